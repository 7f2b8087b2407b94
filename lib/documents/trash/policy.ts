import { canChangeDocument, canManageFolders, ownBodies, spaceVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { DocumentRemovalWhereInput } from "@/lib/platform/db/generated/models";

/**
 * What may be seen in the trash, as long as it can come back: of the common space and of tables' all by the coordinator, of
 * a table's by who leads it, by others what is theirs or was removed by them; of a body's space by its people.
 */
export function removalVisibleTo(actor: Actor): DocumentRemovalWhereInput {
  const coordinated = { organisationId: null, programmeId: { in: actor.programmesWith("COORDINATOR") } };
  const led = actor.seats.filter((seat) => seat.isCoordinator).map(({ tableId }) => ({ tableId }));
  // Of what is no body's everybody sees what is theirs or was removed by them.
  const shared = { organisationId: null, ...spaceVisibleTo(actor) };
  const { personId } = actor;
  return {
    endedAt: null,
    OR: [
      { space: coordinated },
      ...[...ownBodies(actor), ...led].map((space) => ({ space })),
      ...(personId === null
        ? []
        : [
            { space: shared, removedById: personId },
            { space: shared, folders: { none: {} }, documents: { some: { createdById: personId } } },
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
