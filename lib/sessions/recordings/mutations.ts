import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { assertUnchanged } from "@/lib/platform/stale";
import { atProvider, isGoneAtProvider } from "@/lib/sessions/conference/providers/recordings";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { visibleTo } from "@/lib/sessions/policy";
import { endRemoval } from "@/lib/sessions/recordings/commands";
import { nextRecordingState, type RecordingMove } from "@/lib/sessions/recordings/lifecycle";
import { canManageRecordings, recordingsVisibleTo } from "@/lib/sessions/recordings/policy";
import { recordingRules, retainedUntil } from "@/lib/sessions/recordings/retention";
import type {
  AddRecording,
  OneRecording,
  PublishRecording,
  RetainRecording,
} from "@/lib/sessions/recordings/schema";
import { about, placeOf, placeSelect, type SessionPlace } from "@/lib/sessions/session-place";

/** Adds the link of a recording that is kept elsewhere; nobody else sees it before it is published. */
export async function addRecording(actor: Actor, input: AddRecording): Promise<SessionPlace> {
  const rules = await findRuleSet(recordingRules, portalScope, actor.at);
  return inTransaction(async (tx) => {
    const session = found(
      await tx.session.findFirst({
        where: { AND: [{ id: input.session }, visibleTo(actor)] },
        select: placeSelect,
      }),
      "session",
    );
    authorise(canManageRecordings(actor, session));
    if (session.startsAt > actor.at) throw new DomainError("conference.recordingTooEarly");
    const row = {
      id: freshIdentifier(actor.at),
      sessionId: session.id,
      title: input.title,
      url: input.url,
      recordedAt: session.startsAt,
      retainUntil: input.retainUntil
        ? dayToCome(actor, input.retainUntil)
        : retainedUntil(actor.at, rules?.content ?? null),
      createdAt: actor.at,
      updatedAt: actor.at,
    };
    await tx.sessionRecording.create({ data: row, select: { id: true } });
    await recordEvent(tx, actor, {
      kind: "sessions.recordingAdded",
      ...about(session),
      data: { recording: row.id },
    });
    return { id: session.id, slug: session.programme.slug };
  });
}

/** Lets the members of the programme open a recording, or everybody where the session is open to all. */
export async function publishRecording(actor: Actor, input: PublishRecording): Promise<SessionPlace> {
  const isOpen = input.readers === "everybody";
  const { row } = await findMovable(db, actor, { ...input, move: "publish" });
  if (isOpen && row.session.audience !== "PUBLIC") throw new DomainError("conference.sessionNotPublic");
  await atProvider(row, (meetings, externalId) => meetings.publishRecording(externalId, true));
  return inTransaction(async (tx) => {
    const found = await findMovable(tx, actor, { ...input, move: "publish" });
    // Open to all once, and of the programme alone a moment later: the recording is not shown to more than the session.
    if (isOpen && found.row.session.audience !== "PUBLIC")
      throw new DomainError("conference.sessionNotPublic");
    await update(tx, actor, found, { isOpen, publishedAt: actor.at });
    await recordEvent(tx, actor, {
      kind: "sessions.recordingPublished",
      ...about(found.row.session),
      data: { recording: input.id, isOpen },
    });
    return placeOf(found.row.session);
  });
}

/** Takes a recording back from its readers; it stays for who manages the session. */
export async function unpublishRecording(actor: Actor, input: OneRecording): Promise<SessionPlace> {
  const place = await inTransaction(async (tx) => {
    const found = await findMovable(tx, actor, { ...input, move: "unpublish" });
    await update(tx, actor, found, { isOpen: false, publishedAt: null });
    await recordEvent(tx, actor, {
      kind: "sessions.recordingUnpublished",
      ...about(found.row.session),
      data: { recording: input.id },
    });
    return { row: found.row, ...placeOf(found.row.session) };
  });
  // The portal shows it no more in any case; a provider that is away is told by the job that goes through the recordings.
  const { row, ...rest } = place;
  await atProvider(row, (meetings, externalId) => meetings.publishRecording(externalId, false)).catch(
    passing,
  );
  return rest;
}

/** Keeps a recording until another day. */
export async function retainRecording(actor: Actor, input: RetainRecording): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const row = await findManaged(tx, actor, input.id);
    if (row.state === "REMOVED") throw new DomainError("conference.moveNotAllowed", { state: row.state });
    assertKept(row);
    const retainUntil = dayToCome(actor, input.retainUntil);
    await update(tx, actor, { row, state: row.state, version: input.version }, { retainUntil });
    await recordEvent(tx, actor, {
      kind: "sessions.recordingRetained",
      ...about(row.session),
      data: { recording: input.id, until: input.retainUntil },
    });
    return placeOf(row.session);
  });
}

/**
 * Removes a recording for good. First, by one conditional change, it is hidden from its readers and on its way out: of two
 * who act on it at once the other is told. Then its provider is asked. What could not be deleted there is not said to be
 * gone: it stays on its way out, and the job of every night tries again.
 */
export async function removeRecording(actor: Actor, input: OneRecording): Promise<SessionPlace> {
  const row = await inTransaction(async (tx) => {
    const found = await findMovable(tx, actor, { ...input, move: "remove" });
    const leaving = { isOpen: false, publishedAt: null, expiringAt: found.row.expiringAt ?? actor.at };
    await update(tx, actor, { ...found, state: "UNPUBLISHED" }, leaving);
    if (found.row.externalId === null) await endRemoval(tx, actor, { ...found.row, reason: "BY_HAND" });
    else {
      await recordEvent(tx, actor, {
        kind: "sessions.recordingRemovalBegun",
        ...about(found.row.session),
        data: { recording: input.id },
      });
    }
    return found.row;
  });
  if (row.externalId !== null && (await isGoneAtProvider(row))) {
    await inTransaction((tx) => endRemoval(tx, actor, { ...row, reason: "BY_HAND" }));
  }
  return placeOf(row.session);
}

type Managed = Awaited<ReturnType<typeof findManaged>>;
type Movable = { row: Managed; state: Managed["state"]; version: number };

async function findManaged(from: Tx, actor: Actor, id: string) {
  const row = found(
    await from.sessionRecording.findFirst({
      where: { AND: [{ id }, recordingsVisibleTo(actor)] },
      select: {
        id: true,
        externalId: true,
        state: true,
        expiringAt: true,
        session: {
          select: {
            id: true,
            programmeId: true,
            deputyId: true,
            provider: true,
            audience: true,
            programme: { select: { slug: true } },
          },
        },
      },
    }),
    "recording",
  );
  authorise(canManageRecordings(actor, row.session));
  return row;
}

async function findMovable(
  from: Tx,
  actor: Actor,
  { id, version, move }: OneRecording & { move: RecordingMove },
): Promise<Movable> {
  const row = await findManaged(from, actor, id);
  const state = nextRecordingState(row.state, move);
  if (move !== "remove") assertKept(row);
  return { row, state, version };
}

async function update(
  tx: Tx,
  actor: Actor,
  { row, state, version }: Movable,
  data: Parameters<Tx["sessionRecording"]["updateMany"]>[0]["data"],
): Promise<void> {
  const { count } = await tx.sessionRecording.updateMany({
    where: { id: row.id, version, state: row.state, expiringAt: row.expiringAt },
    data: { ...data, state, version: { increment: 1 }, updatedAt: actor.at },
  });
  await assertUnchanged(tx, count, { kind: "session", id: row.session.id });
}

// It is being removed at its provider, or was already, and only the answer got lost.
function assertKept({ expiringAt }: Managed): void {
  if (expiringAt) throw new DomainError("conference.recordingExpiring");
}

function passing(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

function dayToCome(actor: Actor, day: string): Date {
  if (day <= romeDay(actor.at)) throw new DomainError("conference.retentionPast", {}, "retainUntil");
  return fromDateOnly(day);
}
