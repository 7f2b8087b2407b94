import type { Actor } from "@/lib/platform/actor";
import type { DeliverableState, DocumentKind } from "@/lib/platform/db/generated/enums";
import type {
  DocumentVersionWhereInput,
  ReuseItemWhereInput,
  ReuseReleaseWhereInput,
} from "@/lib/platform/db/generated/models";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

type InProgramme = { programmeId: string };

/** Who publishes in the library, changes, releases and withdraws items, and decides on declarations. */
export function canManageLibrary(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Items whose page exists for this actor. Withdrawn ones stay: whoever has their address learns what became of them. */
export function itemVisibleTo(actor: Actor): ReuseItemWhereInput {
  return { programme: programmeVisibleTo(actor) };
}

/** Items in lists, in the search and in the catalogue. */
export function itemListedFor(actor: Actor): ReuseItemWhereInput {
  return { AND: [{ state: "PUBLISHED" }, itemVisibleTo(actor)] };
}

/**
 * Versions that may be given to everybody: of a deliverable those that were approved and still are, of other documents
 * all.
 */
export const releasable = {
  OR: [
    { document: { kind: { not: "DELIVERABLE" } } },
    {
      document: { deliverable: { state: { in: ["APPROVED", "LOCKED"] } } },
      reviews: { some: { decision: "APPROVED", undoneAt: null } },
    },
  ],
} satisfies DocumentVersionWhereInput;

/** Releases whose bytes are given out: an approval that was undone, or an item withdrawn, closes them. */
export function releaseOpenTo(actor: Actor): ReuseReleaseWhereInput {
  return { item: itemListedFor(actor), version: releasable };
}

/** Whether something of this kind and in this state may enter the library at all. */
export function isPublishable(document: {
  kind: DocumentKind;
  deliverable: { state: DeliverableState } | null;
}): boolean {
  if (document.kind !== "DELIVERABLE") return true;
  return document.deliverable?.state === "APPROVED" || document.deliverable?.state === "LOCKED";
}
