import { db, type Prisma } from "@/lib/platform/db";
import { moment } from "@/tests/support/factories";
import { aSession } from "@/tests/support/session-factories";

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

/** Kinds of the events about a thing, in their order. */
export async function eventKindsOf(id: string): Promise<string[]> {
  const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
  return events.map((one) => one.kind);
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
