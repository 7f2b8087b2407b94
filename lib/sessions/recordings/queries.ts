import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Audience, RecordingRemoval, RecordingState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { dateOnly } from "@/lib/platform/rome-time";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { onReservedPage } from "@/lib/sessions/policy";
import { canManageRecordings, recordingsVisibleTo } from "@/lib/sessions/recordings/policy";
import { recordingRules, retainedUntil } from "@/lib/sessions/recordings/retention";

/** A recording that the reader may open. */
export type RecordingRow = {
  id: string;
  title: string;
  url: string;
  recordedAt: Date;
  minutes: number | null;
  isOpen: boolean;
  retainUntil: Date;
};

export type ManagedRecording = RecordingRow & {
  state: RecordingState;
  isFromProvider: boolean;
  /** being removed at its provider, which has not done it yet */
  isExpiring: boolean;
  removedAt: Date | null;
  removalReason: RecordingRemoval | null;
  version: number;
};

const rowSelect = {
  id: true,
  title: true,
  url: true,
  recordedAt: true,
  minutes: true,
  isOpen: true,
  retainUntil: true,
} as const;
const order = [{ recordedAt: "asc" as const }, { id: "asc" as const }];
const most = 100;

/** The published recordings of a session, as far as the actor may open them. */
export async function listRecordings(actor: Actor, sessionId: string): Promise<RecordingRow[]> {
  return db.sessionRecording.findMany({
    where: { AND: [{ sessionId, state: "PUBLISHED" }, recordingsVisibleTo(actor)] },
    orderBy: order,
    take: most,
    select: rowSelect,
  });
}

export type RecordingsPage = {
  session: { id: string; title: string; audience: Audience; startsAt: Date; endsAt: Date };
  recordings: ManagedRecording[];
  /** what a new one is kept for by the rules of the day, "YYYY-MM-DD" */
  defaultRetention: string;
};

/** Every recording of a session, removed ones among them, for who manages it. */
export async function getRecordingsPage(actor: Actor, slug: string, id: string): Promise<RecordingsPage> {
  const session = found(
    await db.session.findFirst({
      where: onReservedPage(actor, { slug, id }),
      select: {
        id: true,
        title: true,
        audience: true,
        startsAt: true,
        endsAt: true,
        programmeId: true,
        deputyId: true,
      },
    }),
    "session",
  );
  authorise(canManageRecordings(actor, session));
  const [rows, rules] = await Promise.all([
    db.sessionRecording.findMany({
      where: { AND: [{ sessionId: session.id }, recordingsVisibleTo(actor)] },
      orderBy: order,
      take: most,
      select: {
        ...rowSelect,
        externalId: true,
        expiringAt: true,
        state: true,
        removedAt: true,
        removalReason: true,
        version: true,
      },
    }),
    findRuleSet(recordingRules, portalScope, actor.at),
  ]);
  return {
    session,
    recordings: rows.map(({ externalId, expiringAt, ...row }) => ({
      ...row,
      isFromProvider: externalId !== null,
      isExpiring: expiringAt !== null && row.state !== "REMOVED",
    })),
    defaultRetention: dateOnly(retainedUntil(actor.at, rules?.content ?? null)),
  };
}
