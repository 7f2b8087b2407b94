import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { owedNow } from "@/lib/documents/deliverables/reminders/owed";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";

/**
 * For who asks bodies for deliverables: whom a click would remind, who was reminded today, and what is overdue since when,
 * with its last reminder. Null for everybody else.
 */
export async function findEscalation(actor: Actor, programmeId: string) {
  if (!canRequestDeliverables(actor, programmeId)) return null;
  const [owing, reminders, overdue] = await Promise.all([
    db.deliverable.findMany({
      where: owedNow(programmeId, actor.at),
      distinct: ["organisationId"],
      select: { organisationId: true },
    }),
    db.bodyReminder.groupBy({
      by: ["organisationId"],
      where: { programmeId },
      _max: { sentAt: true, sentOn: true },
    }),
    db.deliverable.findMany({
      where: { AND: [owedNow(programmeId, actor.at), { dueAt: { lt: actor.at } }] },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: 200,
      select: {
        id: true,
        state: true,
        dueAt: true,
        organisation: { select: { id: true, shortName: true } },
        request: { select: { title: true, position: true } },
        reminders: { orderBy: { sentAt: "desc" }, take: 1, select: { sentAt: true } },
      },
    }),
  ]);
  const today = fromDateOnly(romeDay(actor.at)).getTime();
  const byHand = new Map(reminders.map((one) => [one.organisationId, one._max]));
  const isToday = (id: string) => byHand.get(id)?.sentOn?.getTime() === today;
  return {
    toRemind: owing.filter((one) => !isToday(one.organisationId)).length,
    remindedToday: reminders.filter((one) => isToday(one.organisationId)).length,
    overdue: overdue.map(({ reminders: own, ...row }) => {
      const times = [own[0]?.sentAt, byHand.get(row.organisation.id)?.sentAt].filter((one) => one != null);
      const remindedAt = times.length > 0 ? new Date(Math.max(...times.map((one) => one.getTime()))) : null;
      return { ...row, remindedAt, isRemindedToday: isToday(row.organisation.id) };
    }),
  };
}

export type Escalation = NonNullable<Awaited<ReturnType<typeof findEscalation>>>;
