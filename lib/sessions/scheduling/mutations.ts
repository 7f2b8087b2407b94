import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { assertTimeIsFree } from "@/lib/sessions/planning/commands";
import { canSchedule } from "@/lib/sessions/policy";
import { sessionColumns, writeParts } from "@/lib/sessions/scheduling/commands";
import type { ScheduleSession } from "@/lib/sessions/schema";
import type { SessionPlace } from "@/lib/sessions/session-place";

/** Puts a session into the programme's schedule as a draft that nobody else is told of. */
export async function scheduleSession(actor: Actor, input: ScheduleSession): Promise<SessionPlace> {
  if (input.intent === "addPoint") throw new DomainError("sessions.pointAdded");
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canSchedule(actor, { programmeId: programme.id }));
    const columns = await sessionColumns(tx, actor, programme.id, input);
    const row = { ...columns, id: input.id, programmeId: programme.id };
    const { count } = await tx.session.createMany({
      data: [{ ...row, createdAt: actor.at, updatedAt: actor.at }],
      skipDuplicates: true,
    });
    if (count === 0) {
      await assertSentTwice(tx, row);
      return { id: input.id, slug: programme.slug };
    }
    await writeParts(tx, actor, input.id, input);
    await assertTimeIsFree(tx, actor, { ...input, isMoved: true });
    await writeCalendarEntry(tx, input.id, actor.at);
    await recordEvent(tx, actor, {
      kind: "sessions.scheduled",
      subject: { kind: "session", id: input.id },
      programmeId: programme.id,
    });
    return { id: input.id, slug: programme.slug };
  });
}

// The same form twice is one session; another text under the same identifier is a form gone back to after saving.
async function assertSentTwice(
  tx: Tx,
  row: { id: string; programmeId: string; title: string; startsAt: Date; endsAt: Date },
) {
  const kept = await tx.session.findUniqueOrThrow({
    where: { id: row.id },
    select: { programmeId: true, title: true, startsAt: true, endsAt: true },
  });
  if (kept.programmeId !== row.programmeId) throw new NotFoundError("session");
  const same = kept.title === row.title && +kept.startsAt === +row.startsAt && +kept.endsAt === +row.endsAt;
  if (!same) throw new DomainError("sessions.alreadySaved");
}
