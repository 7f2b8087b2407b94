import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue, enqueueEach } from "@/lib/platform/jobs/queue";
import { announceLive } from "@/lib/platform/live/announce";
import { topicsOfEvent } from "@/lib/platform/live/topics";
import { announceChange } from "@/lib/platform/page-cache/announce";
import { tagsOf } from "@/lib/platform/page-cache/event-reach";

/** Features that record events; the kind is "feature.verbInPast" and its message `feature.events.verbInPast`. */
export type EventFeature =
  | "people"
  | "programmes"
  | "documents"
  | "announcements"
  | "newsletter"
  | "reuse"
  | "forum"
  | "sessions"
  | "discussions"
  | "tables"
  | "animation"
  | "notifications"
  | "portal";

export type NewEvent = {
  kind: `${EventFeature}.${string}`;
  subject: { kind: string; id: string };
  programmeId?: string | null;
  organisationId?: string | null;
  /** identifiers, codes, numbers and dates only: the log outlives erasure, so no personal text */
  data?: Record<string, string | number | boolean | null | undefined | string[]>;
};

/**
 * Writes one event into the append-only log and, in the same transaction, the job that tells those concerned and the
 * word to every web process that public pages which show the thing, and people who follow it live, are out of date.
 * @returns the event's identifier
 */
export async function recordEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<string> {
  const { id } = await tx.event.create({ data: rowOf(actor, event), select: { id: true } });
  await enqueue(tx, "notify", { eventId: id });
  await announceChange(tx, tagsOf(event));
  await announceLive(tx, topicsOfEvent(event));
  return id;
}

/** The same of many things that one act befell, each with its own history: three statements whatever their number. */
export async function recordEvents(
  tx: Tx,
  actor: Actor,
  event: Omit<NewEvent, "subject">,
  things: readonly Pick<NewEvent, "subject" | "data">[],
): Promise<void> {
  if (things.length === 0) return;
  const events = things.map((thing) => ({ ...event, ...thing }));
  const rows = await tx.event.createManyAndReturn({
    data: events.map((one) => rowOf(actor, one)),
    select: { id: true },
  });
  await enqueueEach(
    tx,
    "notify",
    rows.map(({ id }) => ({ payload: { eventId: id }, key: `notify:${id}` })),
    { attempts: 10, priority: 1 },
  );
  await announceChange(tx, [...new Set(events.flatMap(tagsOf))]);
  await announceLive(tx, [...new Set(events.flatMap(topicsOfEvent))]);
}

function rowOf(actor: Actor, event: NewEvent) {
  return {
    kind: event.kind,
    actorId: actor.personId,
    actorKind: actor.label,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    programmeId: event.programmeId ?? null,
    organisationId: event.organisationId ?? null,
    data: event.data ?? {},
    occurredAt: actor.at,
  };
}
