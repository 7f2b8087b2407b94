import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { findConvened } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { findBusyTimes } from "@/lib/sessions/planning/commands";
import type { SlotQuery } from "@/lib/sessions/planning/schema";
import {
  bestSlots,
  type SessionHours,
  type Slot,
  sessionHours,
  spansWithin,
} from "@/lib/sessions/planning/times";
import { canManage, canSchedule, visibleTo } from "@/lib/sessions/policy";
import type { ProgrammeHead } from "@/lib/sessions/queries";

export type FreeSlots = {
  programme: ProgrammeHead;
  session: { id: string; title: string } | null;
  /** how many would be convened */
  people: number;
  hours: SessionHours;
  slots: Slot[];
};

/** The first slots of a period in which those that a session would convene are free. Without a question only the hours. */
export async function getFreeSlots(
  actor: Actor,
  slug: string,
  sessionId: string | undefined,
  asked: SlotQuery | null,
): Promise<FreeSlots> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true, title: true, shortTitle: true },
    }),
    "programme",
  );
  const session = sessionId
    ? found(
        await db.session.findFirst({
          where: { AND: [{ id: asUuid(sessionId), programmeId: programme.id }, visibleTo(actor)] },
          select: {
            id: true,
            title: true,
            programmeId: true,
            deputyId: true,
            allBodies: true,
            bodies: { select: { organisationId: true } },
          },
        }),
        "session",
      )
    : null;
  authorise(session ? canManage(actor, session) : canSchedule(actor, { programmeId: programme.id }));
  const { content: hours } = found(await findRuleSet(sessionHours, portalScope, actor.at), "hours");
  const bodyIds = session?.bodies.map((one) => one.organisationId) ?? [];
  const circle = { programmeId: programme.id, allBodies: session?.allBodies ?? true, bodyIds };
  const convened = await findConvened(db, circle, actor.at);
  const head = {
    programme,
    session: session && { id: session.id, title: session.title },
    people: convened.length,
    hours,
  };
  // What has begun is no proposal.
  const spans = asked ? spansWithin(hours, asked).filter((one) => one.startsAt > actor.at) : [];
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return { ...head, slots: [] };
  const busy = await findBusyTimes(db, actor, {
    personIds: convened.map((one) => one.personId),
    from: first.startsAt,
    to: last.endsAt,
    except: session?.id,
  });
  return { ...head, slots: bestSlots(spans, busy, { people: convened.length, size: 10 }) };
}
