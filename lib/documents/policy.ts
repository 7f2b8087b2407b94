import type { Actor, Assignment } from "@/lib/platform/actor";
import type { DocumentKind, Role } from "@/lib/platform/db/generated/enums";
import type {
  DocumentFolderWhereInput,
  DocumentSpaceWhereInput,
  DocumentVersionWhereInput,
  DocumentWhereInput,
} from "@/lib/platform/db/generated/models";
import { memberRoles, visibleTo as programmeVisibleTo, readerRoles } from "@/lib/programmes/policy";
import { leadsTable, sitsAt } from "@/lib/tables/policy";

const bodyRoles = ["REFERENT", "STAFF"] as const satisfies readonly Role[];

/** Whose a space is: the whole programme's when neither is named, else a body's or a working table's. */
export type SpaceOf = { programmeId: string; organisationId: string | null; tableId: string | null };

/** What `SpaceOf` asks of a row. */
export const spaceOf = { programmeId: true, organisationId: true, tableId: true } as const;

const common = { organisationId: null, tableId: null } as const;

/** The space of all members of a programme. */
export function commonSpace(programmeId: string): SpaceOf {
  return { programmeId, ...common };
}

/** The bodies, each in its programme, for which the actor works. */
export function ownBodies(actor: Actor): { programmeId: string; organisationId: string }[] {
  return actor.assignments
    .filter(
      (one): one is Assignment & { programmeId: string; organisationId: string } =>
        (bodyRoles as readonly Role[]).includes(one.role) &&
        one.programmeId !== null &&
        one.organisationId !== null,
    )
    .map(({ programmeId, organisationId }) => ({ programmeId, organisationId }));
}

/** Whether the actor works for that body in that programme. */
export function worksFor(actor: Actor, body: { programmeId: string; organisationId: string }): boolean {
  return actor.has(bodyRoles, { programme: body.programmeId, organisation: body.organisationId });
}

/**
 * Spaces that may be opened: the common one by members; a body's and a table's by their people, and by those who read all
 * bodies.
 */
export function spaceVisibleTo(actor: Actor): DocumentSpaceWhereInput {
  return {
    OR: [
      { ...common, programmeId: { in: actor.programmesWith(...memberRoles) } },
      { NOT: common, programmeId: { in: actor.programmesWith(...readerRoles) } },
      ...ownSpaces(actor),
    ],
  };
}

/** The spaces of the bodies for which the actor works, and of the tables at which it sits. */
function ownSpaces(actor: Actor): DocumentSpaceWhereInput[] {
  return [...ownBodies(actor), ...actor.seats.map(({ tableId }) => ({ tableId }))];
}

/** Documents that may be seen, removed ones never. A deliverable is seen by others only when it was sent. */
export function documentVisibleTo(actor: Actor): DocumentWhereInput {
  const members = actor.programmesWith(...memberRoles);
  const readers = actor.programmesWith(...readerRoles);
  return {
    removedAt: null,
    OR: [
      { isPublic: true, space: { programme: programmeVisibleTo(actor) } },
      { space: { ...common, programmeId: { in: members } } },
      ...ownSpaces(actor).map((space) => ({ space })),
      { kind: { not: "DELIVERABLE" }, space: { NOT: common, programmeId: { in: readers } } },
      {
        deliverable: { submissions: { some: { withdrawnAt: null } } },
        space: { programmeId: { in: readers } },
      },
      { deliverable: { state: { in: ["APPROVED", "LOCKED"] } }, space: { programmeId: { in: members } } },
    ],
  };
}

/** Versions that may be read of a document that may be seen: drafts of a deliverable stay with its body. */
export function versionVisibleTo(actor: Actor): DocumentVersionWhereInput {
  const readers = actor.programmesWith(...readerRoles);
  const members = actor.programmesWith(...memberRoles);
  return {
    document: documentVisibleTo(actor),
    OR: [
      { document: { kind: { not: "DELIVERABLE" } } },
      { document: { OR: ownBodies(actor).map((body) => ({ space: body })) } },
      { document: { space: { programmeId: { in: readers } } }, submissions: { some: { withdrawnAt: null } } },
      {
        document: { space: { programmeId: { in: members } } },
        // One that a first reviewer approved and a second sent back is nobody else's business.
        underReview: { some: { state: { in: ["APPROVED", "LOCKED"] } } },
      },
    ],
  };
}

/** Who may put a document of a kind into a space. Deliverables come only through their request. */
export function canAddDocument(actor: Actor, space: SpaceOf, kind: DocumentKind): boolean {
  if (kind === "DELIVERABLE") return false;
  const { programmeId: programme, organisationId, tableId } = space;
  if (organisationId !== null) return worksFor(actor, { programmeId: programme, organisationId });
  const leads = actor.has(["COORDINATOR", "EXPERT"], { programme });
  if (tableId !== null)
    return leads || leadsTable(actor, space) || (kind === "EXCHANGE_MATERIAL" && sitsAt(actor, space));
  return leads || (kind === "EXCHANGE_MATERIAL" && actor.has(bodyRoles, { programme }));
}

/** Who may change, replace or remove a document: its author while still in the space's circle, and who leads the circle. */
export function canChangeDocument(
  actor: Actor,
  document: { kind: DocumentKind; createdById: string | null; space: SpaceOf },
): boolean {
  if (document.kind === "DELIVERABLE") return false;
  if (document.space.organisationId === null && leadsCircle(actor, document.space)) return true;
  return (
    document.createdById !== null &&
    document.createdById === actor.personId &&
    canAddDocument(actor, document.space, document.kind)
  );
}

/** Who may open a document to visitors. */
export function canPublishDocument(
  actor: Actor,
  document: { kind: DocumentKind; space: { programmeId: string } },
): boolean {
  return (
    document.kind !== "DELIVERABLE" && actor.has("COORDINATOR", { programme: document.space.programmeId })
  );
}

/** Kinds that the actor may put into a space; none = the space is closed to it. */
export function addableKinds(actor: Actor, space: SpaceOf) {
  const kinds = ["STUDY_MATERIAL", "EXCHANGE_MATERIAL", "INFORMATION"] as const;
  return kinds.filter((kind) => canAddDocument(actor, space, kind));
}

/** Folders that may be seen: of the spaces that may be opened, those that are not in the trash. */
export function folderVisibleTo(actor: Actor): DocumentFolderWhereInput {
  return { removalId: null, space: spaceVisibleTo(actor) };
}

/** Who may make a folder in a space: whoever may put a document there. */
export function canAddFolder(actor: Actor, space: SpaceOf): boolean {
  return addableKinds(actor, space).length > 0;
}

/**
 * Who may rename, move, remove and restore folders: of the common space the coordinator, of a table's who leads it as well,
 * of a body's its people.
 */
export function canManageFolders(actor: Actor, space: SpaceOf): boolean {
  const { programmeId, organisationId } = space;
  return organisationId === null
    ? leadsCircle(actor, space)
    : worksFor(actor, { programmeId, organisationId });
}

// Of what is no body's: the programme's coordinator, and of a table's its own.
function leadsCircle(actor: Actor, space: SpaceOf): boolean {
  return actor.has("COORDINATOR", { programme: space.programmeId }) || leadsTable(actor, space);
}

/** Who may put a document into another folder of its space: who may change it, and who keeps the folders. */
export function canArrangeDocument(actor: Actor, document: Parameters<typeof canChangeDocument>[1]): boolean {
  if (document.kind === "DELIVERABLE") return false;
  return canChangeDocument(actor, document) || canManageFolders(actor, document.space);
}
