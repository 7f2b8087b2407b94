import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Prisma } from "@/lib/platform/db";
import type { RecordingRemoval } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { log } from "@/lib/platform/log";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import type { FoundRecording, MeetingService } from "@/lib/sessions/conference/providers/provider";
import { isGoneAtProvider } from "@/lib/sessions/conference/providers/recordings";
import { configuredProviders } from "@/lib/sessions/conference/room";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { endRemoval } from "@/lib/sessions/recordings/commands";
import { type RecordingRules, recordingRules, retainedUntil } from "@/lib/sessions/recordings/retention";
import { about } from "@/lib/sessions/session-place";

/** A recording is ready some hours after the meeting; after two weeks nobody expects one. */
const lookedForDays = 14;
const roomsAtOnce = 50;
const expiredAtOnce = 200;

/**
 * Looks for the recordings of sessions that ended of late, and keeps published at the provider what is published here.
 * May run as often as one likes: a recording is known by its name at the provider.
 */
export async function fetchRecordings(actor: Actor): Promise<{ found: number }> {
  authorise(actor.kind === "system");
  const meetings = configuredProviders().includes("BIGBLUEBUTTON")
    ? serviceOf("BIGBLUEBUTTON").meetings
    : null;
  if (!meetings) return { found: 0 };
  const since = new Date(actor.at.getTime() - lookedForDays * 86_400_000);
  const sessions = await db.session.findMany({
    where: {
      provider: "BIGBLUEBUTTON",
      isRecorded: true,
      state: { in: ["CONVENED", "CLOSED"] },
      startsAt: { gte: since },
      endsAt: { lte: actor.at },
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, roomKey: true, title: true, programmeId: true },
  });
  const rules = await findRuleSet(recordingRules, portalScope, actor.at);
  let found = 0;
  for (let start = 0; start < sessions.length; start += roomsAtOnce) {
    const part = new Map(sessions.slice(start, start + roomsAtOnce).map((one) => [one.roomKey, one]));
    const recordings = await meetings.recordings([...part.keys()]);
    for (const recording of recordings) {
      const session = part.get(recording.roomKey);
      if (session && (await keep(actor, { session, recording, rules: rules?.content ?? null }))) found += 1;
    }
    await agree(meetings, recordings);
  }
  return { found };
}

/**
 * Removes what is kept no longer, and what was removed by hand while its provider was away: at the provider first; what
 * could not be removed is tried again at the next run. Before its provider is asked the term is ended here, in one
 * conditional change: whoever moves it on at this moment comes either before, and the recording stays, or too late, and is
 * told.
 */
export async function expireRecordings(actor: Actor): Promise<{ removed: number }> {
  authorise(actor.kind === "system");
  const expired = await db.sessionRecording.findMany({
    where: { ...kept, OR: [expiredAt(actor), { expiringAt: { not: null } }] },
    orderBy: [{ retainUntil: "asc" }, { id: "asc" }],
    take: expiredAtOnce,
    select: {
      id: true,
      externalId: true,
      retainUntil: true,
      expiringAt: true,
      session: { select: { id: true, programmeId: true } },
    },
  });
  let removed = 0;
  for (const row of expired) {
    if (row.expiringAt === null && !(await endTerm(actor, row))) continue;
    if (!(await isGoneAtProvider(row))) continue;
    if (await inTransaction((tx) => endRemoval(tx, actor, { ...row, reason: reasonOf(row) }))) removed += 1;
  }
  return { removed };
}

type Keeping = {
  session: { id: string; title: string; programmeId: string };
  recording: FoundRecording;
  rules: RecordingRules | null;
};

/** @returns whether it was new */
async function keep(actor: Actor, { session, recording, rules }: Keeping): Promise<boolean> {
  const { externalId, title, url, recordedAt, minutes } = recording;
  if (url === null) {
    log.warn({ session: session.id }, "a recording is not served by https and was left out");
    return false;
  }
  const id = freshIdentifier(actor.at);
  return inTransaction(async (tx) => {
    const { count } = await tx.sessionRecording.createMany({
      data: [
        {
          id,
          sessionId: session.id,
          externalId,
          title: title || session.title,
          url,
          recordedAt,
          minutes,
          retainUntil: retainedUntil(actor.at, rules),
          createdAt: actor.at,
          updatedAt: actor.at,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await recordEvent(tx, actor, {
      kind: "sessions.recordingFound",
      ...about(session),
      data: { recording: id },
    });
    return true;
  });
}

// A provider publishes by itself what it has processed: nobody shall find it there before the coordinator says so.
async function agree(meetings: MeetingService, recordings: readonly FoundRecording[]): Promise<void> {
  const rows = await db.sessionRecording.findMany({
    where: { externalId: { in: recordings.map((one) => one.externalId) }, state: { not: "REMOVED" } },
    select: { externalId: true, state: true },
  });
  const wanted = new Map(rows.map((row) => [row.externalId, row.state === "PUBLISHED"]));
  for (const { externalId, isPublished } of recordings) {
    const shallBe = wanted.get(externalId);
    if (shallBe !== undefined && shallBe !== isPublished)
      await meetings.publishRecording(externalId, shallBe);
  }
}

const kept = { state: { in: ["UNPUBLISHED", "PUBLISHED"] } } satisfies Prisma.SessionRecordingWhereInput;

/** @returns false when it was moved on, or removed by hand, since the list was read */
async function endTerm(actor: Actor, { id }: { id: string }): Promise<boolean> {
  const { count } = await db.sessionRecording.updateMany({
    where: { id, ...kept, ...expiredAt(actor), expiringAt: null },
    data: { expiringAt: actor.at },
  });
  return count > 0;
}

function expiredAt({ at }: Actor) {
  return { retainUntil: { lt: fromDateOnly(romeDay(at)) } } satisfies Prisma.SessionRecordingWhereInput;
}

/** What was on its way out before its term was over was removed by hand. */
function reasonOf({
  retainUntil,
  expiringAt,
}: {
  retainUntil: Date;
  expiringAt: Date | null;
}): RecordingRemoval {
  return expiringAt && fromDateOnly(romeDay(expiringAt)) <= retainUntil ? "BY_HAND" : "RETENTION";
}
