import type { Actor } from "@/lib/platform/actor";
import type { UploadWhereInput } from "@/lib/platform/db/generated/models";

/** An upload is its person's own: nobody else sees it, goes on with it or removes it. */
export const uploadVisibleTo = (actor: Actor): UploadWhereInput =>
  actor.personId === null ? { id: { in: [] } } : { personId: actor.personId };
