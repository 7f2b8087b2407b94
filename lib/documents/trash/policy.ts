import { canChangeDocument, canManageFolders, memberRoles, ownBodies } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { DocumentRemovalWhereInput } from "@/lib/platform/db/generated/models";

/**
 * What may be seen in the trash, as long as it can come back: of the common space all by the coordinator, by others what
 * is theirs or was removed by them; of a body's space by its people.
 */
export function removalVisibleTo(actor: Actor): DocumentRemovalWhereInput {
  const common = { organisationId: null, programmeId: { in: actor.programmesWith(...memberRoles) } };
  const coordinated = { organisationId: null, programmeId: { in: actor.programmesWith("COORDINATOR") } };
  const { personId } = actor;
  return {
    endedAt: null,
    OR: [
      { space: coordinated },
      ...ownBodies(actor).map((body) => ({ space: body })),
      ...(personId === null
        ? []
        : [
            { space: common, removedById: personId },
            { space: common, folders: { none: {} }, documents: { some: { createdById: personId } } },
          ]),
    ],
  };
}

/** Who may restore: a document whoever may change it, a folder whoever keeps the folders of its space. */
export function canRestore(
  actor: Actor,
  removal: {
    space: Parameters<typeof canManageFolders>[1];
    /** null for a folder with what it holds */
    document: Pick<Parameters<typeof canChangeDocument>[1], "kind" | "createdById"> | null;
  },
): boolean {
  const { document, space } = removal;
  return document ? canChangeDocument(actor, { ...document, space }) : canManageFolders(actor, space);
}
