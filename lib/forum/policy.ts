import type { Actor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";
import type {
  CategoryWhereInput,
  PostWhereInput,
  ThreadWhereInput,
} from "@/lib/platform/db/generated/models";
import { memberRoles, visibleTo as programmeVisibleTo, readerRoles } from "@/lib/programmes/policy";

type InProgramme = { programmeId: string };

/** Roles whose holders write. */
export const postingRoles = ["COORDINATOR", "EXPERT", "REFERENT", "STAFF"] as const satisfies readonly Role[];
/** Roles that write in their own name; the others speak for a body. */
const ownNameRoles = ["COORDINATOR", "EXPERT"] as const satisfies readonly Role[];
/** Roles whose holders can be asked to answer a thread by a day. */
export const answeringRoles = ["COORDINATOR", "EXPERT"] as const satisfies readonly Role[];

/**
 * Categories that may be read: all by members of the programme, but those of a table by who sits there and by those who
 * read all bodies; public ones by everybody who sees the programme.
 */
export function categoryVisibleTo(actor: Actor): CategoryWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { tableId: null, programmeId: { in: actor.programmesWith(...memberRoles) } },
      { tableId: { not: null }, programmeId: { in: actor.programmesWith(...readerRoles) } },
      { tableId: { in: actor.seats.map((seat) => seat.tableId) } },
      { isPublic: true, programme: programmeVisibleTo(actor) },
    ],
  };
}

/** Threads that may be read; a hidden one only by who moderates. */
export function threadVisibleTo(actor: Actor): ThreadWhereInput {
  return {
    category: categoryVisibleTo(actor),
    ...(actor.kind === "system"
      ? {}
      : { OR: [{ hiddenAt: null }, { category: { programmeId: { in: moderatedBy(actor) } } }] }),
  };
}

/** Posts that may be read; a hidden one only by who moderates, as a trace. */
export function postVisibleTo(actor: Actor): PostWhereInput {
  return {
    thread: threadVisibleTo(actor),
    ...(actor.kind === "system"
      ? {}
      : { OR: [{ hiddenAt: null }, { thread: { category: { programmeId: { in: moderatedBy(actor) } } } }] }),
  };
}

/** Who opens threads and replies. The observer reads. */
export function canPost(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has(postingRoles, { programme: programmeId });
}

/** Whether a post need not say for which body it is written. */
export function canPostInOwnName(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has(ownNameRoles, { programme: programmeId });
}

/** Who changes a post's text or its files: who wrote it, while still taking part. */
export function canEditPost(actor: Actor, post: InProgramme & { authorId: string | null }): boolean {
  return post.authorId !== null && post.authorId === actor.personId && canPost(actor, post);
}

/** Who gives a thread another title. */
export function canRenameThread(actor: Actor, thread: InProgramme & { authorId: string | null }): boolean {
  return canModerate(actor, thread) || canEditPost(actor, thread);
}

/** Who says which post answers the question: who asked, and the coordinator. */
export function canAccept(actor: Actor, thread: InProgramme & { authorId: string | null }): boolean {
  return canModerate(actor, thread) || canEditPost(actor, thread);
}

/** Locking, pinning, hiding, moving to another category. */
export function canModerate(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Who flags a post: whoever takes part in the programme, but its author. */
export function canFlag(actor: Actor, post: InProgramme & { authorId: string | null }): boolean {
  return canKeepTrack(actor, post) && post.authorId !== actor.personId;
}

/** Saying who answers a thread and by when, and seeing what waits for an answer. */
export function canAssign(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Choosing what is asked often, wording it and ordering its headings. */
export function canEditFaq(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Making, changing and ordering categories. */
export function canEditCategories(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Whose reading is remembered: the programme's people. */
export function canKeepTrack(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.personId !== null && actor.has(memberRoles, { programme: programmeId });
}

/** Categories of a new edition: by who runs it, or by the manager of the organisation that promotes it. */
export function canCopyInto(actor: Actor, programme: { id: string; promoterId: string }): boolean {
  return (
    actor.kind === "system" ||
    actor.has("COORDINATOR", { programme: programme.id }) ||
    actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId })
  );
}

/** Programmes whose forum the actor moderates. */
export function moderatedBy(actor: Actor): string[] {
  return actor.programmesWith("COORDINATOR");
}
