import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import { chainSelect, turnOf } from "@/lib/documents/deliverables/review/turn";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";

const fields = {
  id: true,
  state: true,
  version: true,
  dueAt: true,
  organisationId: true,
  requestId: true,
  documentId: true,
  reviewVersionId: true,
  ...chainSelect,
  request: {
    select: {
      title: true,
      programmeId: true,
      cutOffAt: true,
      releaseByReferent: true,
      programme: { select: { slug: true } },
      ...chainSelect.request.select,
    },
  },
} as const;

/** A deliverable that the actor may see, with what rules and events need. */
export async function findDeliverable(tx: Tx, actor: Actor, id: string) {
  const row = found(
    await tx.deliverable.findFirst({ where: { AND: [{ id }, deliverableVisibleTo(actor)] }, select: fields }),
    "deliverable",
  );
  return { ...row, programmeId: row.request.programmeId, slug: row.request.programme.slug, ...turnOf(row) };
}

export type FoundDeliverable = Awaited<ReturnType<typeof findDeliverable>>;

/** Moves a deliverable from the state and version that the form showed; whoever comes second is told. */
export async function moveState(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
  to: {
    shown: number;
    state: DeliverableState;
    isLate?: boolean;
    review?: { round?: number; reviewVersionId?: string; nextReviewerId: string | null };
  },
): Promise<void> {
  const { count } = await tx.deliverable.updateMany({
    where: { id: deliverable.id, version: to.shown, state: deliverable.state },
    data: {
      state: to.state,
      // From one reviewer to the next it stays in review, and its age runs on.
      stateSince: to.state === deliverable.state ? undefined : actor.at,
      version: { increment: 1 },
      isLate: to.isLate,
      ...to.review,
    },
  });
  await assertUnchanged(tx, count, { kind: "deliverable", id: deliverable.id });
}

/** Records what happened to a deliverable; the event names the programme and the body. */
export async function recordDeliverableEvent(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
  event: Pick<NewEvent, "kind" | "data">,
): Promise<void> {
  await recordEvent(tx, actor, {
    ...event,
    subject: { kind: "deliverable", id: deliverable.id },
    programmeId: deliverable.programmeId,
    organisationId: deliverable.organisationId,
  });
}
