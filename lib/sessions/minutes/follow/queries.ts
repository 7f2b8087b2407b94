import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { visibleTo } from "@/lib/sessions/policy";
import { rowSelect } from "@/lib/sessions/session-row";

/** A decision that is about to become a request, for who asks its bodies for deliverables. */
export async function getDecision(actor: Actor, slug: string, id: string, decision: string) {
  const row = found(
    await db.decision.findFirst({
      where: {
        id: asUuid(decision),
        point: {
          sessionId: asUuid(id),
          minutes: { session: { AND: [{ programme: { slug } }, visibleTo(actor)] } },
        },
      },
      select: {
        id: true,
        text: true,
        requestId: true,
        point: { select: { minutes: { select: { session: { select: rowSelect } } } } },
      },
    }),
    "decision",
  );
  const { session } = row.point.minutes;
  authorise(canRequestDeliverables(actor, session.programme.id));
  return { id: row.id, text: row.text, requestId: row.requestId, session };
}

/** What the actor has taken on in sessions and not done yet, the most urgent first. */
export async function listOpenTasks(actor: Actor, limit = 10) {
  if (!actor.personId) return [];
  const rows = await db.task.findMany({
    where: {
      ownerId: actor.personId,
      doneAt: null,
      point: { minutes: { session: { AND: [visibleTo(actor), { programme: workedOnBy(actor) }] } } },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      text: true,
      dueOn: true,
      point: {
        select: {
          minutes: {
            select: {
              session: {
                select: { id: true, title: true, programme: { select: { slug: true, shortTitle: true } } },
              },
            },
          },
        },
      },
    },
  });
  return rows.map(({ point, ...task }) => ({ ...task, session: point.minutes.session }));
}
