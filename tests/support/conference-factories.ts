import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { getRoom } from "@/lib/sessions/conference/queries";
import { moment } from "@/tests/support/factories";
import { type aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

/** Moments around a meeting that begins on 23 March 2026 at 11:00 in Rome and lasts two hours. */
export const meetingTimes = {
  startsAt: new Date("2026-03-23T10:00:00Z"),
  early: new Date("2026-03-23T09:44:59Z"),
  open: new Date("2026-03-23T09:50:00Z"),
  running: new Date("2026-03-23T11:00:00Z"),
  over: new Date("2026-03-23T12:00:00Z"),
};

/** A convened session in a room of BigBlueButton, unless said. */
export function aMeeting(programmeId: string, facts: Parameters<typeof aSession>[1] = {}) {
  return aSession(programmeId, {
    state: "CONVENED",
    provider: "BIGBLUEBUTTON",
    url: null,
    startsAt: meetingTimes.startsAt,
    ...facts,
  });
}

/** The same of a pilot, with its staff and its referent invited. */
export function aMeetingOf(pilot: Pilot, facts: Parameters<typeof aSession>[1] = {}) {
  const invitedIds = [pilot.staff.personId, pilot.referent.personId];
  return aMeeting(pilot.programme.id, { invitedIds, ...facts });
}

/** The room of a meeting of a pilot, as somebody sees it, once inside by the stay. */
export function roomOf(pilot: Pilot, actor: Actor, id: string, stay?: string | null) {
  return getRoom(actor, { slug: pilot.programme.slug, id, stay: stay ?? undefined });
}

/** Who went into a session's room, in the order of their coming. */
export function joinsOf(sessionId: string) {
  return db.sessionJoin.findMany({
    where: { sessionId },
    orderBy: { joinedAt: "asc" },
    select: {
      id: true,
      personId: true,
      role: true,
      source: true,
      byFallback: true,
      joinedAt: true,
      leftAt: true,
    },
  });
}

/** A recording of a session, not published, kept for a year, unless said. */
export function aRecording(
  sessionId: string,
  facts: Partial<Prisma.SessionRecordingUncheckedCreateInput> = {},
): Promise<{ id: string; version: number }> {
  return db.sessionRecording.create({
    data: {
      sessionId,
      title: "Registrazione di prova",
      url: "https://video.test/prova",
      recordedAt: moment,
      retainUntil: new Date("2027-03-23T00:00:00Z"),
      createdAt: moment,
      ...facts,
    },
    select: { id: true, version: true },
  });
}
