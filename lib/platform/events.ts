import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";
import { announceChange } from "@/lib/platform/page-cache/announce";
import { tagsOf } from "@/lib/platform/page-cache/event-reach";

/** Features that record events; the kind is "feature.verbInPast" and its message `feature.events.verbInPast`. */
export type EventFeature =
  | "people"
  | "programmes"
  | "documents"
  | "reuse"
  | "forum"
  | "sessions"
  | "discussions"
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
 * word to every web process that public pages which show the thing are out of date.
 * @returns the event's identifier
 */
export async function recordEvent(tx: Tx, actor: Actor, event: NewEvent): Promise<string> {
  const { id } = await tx.event.create({
    data: {
      kind: event.kind,
      actorId: actor.personId,
      actorKind: actor.label,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      programmeId: event.programmeId ?? null,
      organisationId: event.organisationId ?? null,
      data: event.data ?? {},
      occurredAt: actor.at,
    },
    select: { id: true },
  });
  await enqueue(tx, "notify", { eventId: id });
  await announceChange(tx, tagsOf(event));
  return id;
}
