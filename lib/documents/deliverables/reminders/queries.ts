import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { owedNow } from "@/lib/documents/deliverables/reminders/owed";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";

/**
 * For who asks bodies for deliverables: how many of the bodies that owe a click would remind, how many of them were
 * reminded today, and what is overdue since when, the longest first, at most 200, with its last reminder. One query. Null
 * for everybody else.
 */
export async function findEscalation(actor: Actor, programmeId: string) {
  if (!canRequestDeliverables(actor, programmeId)) return null;
  const owed = await db.deliverable.findMany({
    where: owedNow(programmeId, actor.at),
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      state: true,
      dueAt: true,
      organisation: {
        select: {
          id: true,
          shortName: true,
          bodyReminders: {
            where: { programmeId },
            orderBy: { sentOn: "desc" },
            take: 1,
            select: { sentAt: true, sentOn: true },
          },
        },
      },
      request: { select: { title: true, position: true } },
      reminders: { orderBy: { sentAt: "desc" }, take: 1, select: { sentAt: true } },
    },
  });
  const today = fromDateOnly(romeDay(actor.at)).getTime();
  const bodies = new Map(owed.map(({ organisation }) => [organisation.id, organisation.bodyReminders[0]]));
  const remindedToday = [...bodies.values()].filter((last) => last?.sentOn.getTime() === today).length;
  return {
    toRemind: bodies.size - remindedToday,
    remindedToday,
    overdue: owed
      .filter(({ dueAt }) => dueAt < actor.at)
      .slice(0, 200)
      .map(({ reminders, organisation: { bodyReminders: byHand, ...organisation }, ...row }) => {
        const times = [reminders[0], byHand[0]].flatMap((one) => one?.sentAt.getTime() ?? []);
        return {
          ...row,
          organisation,
          remindedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
          isRemindedToday: byHand[0]?.sentOn.getTime() === today,
        };
      }),
  };
}

export type Escalation = NonNullable<Awaited<ReturnType<typeof findEscalation>>>;
