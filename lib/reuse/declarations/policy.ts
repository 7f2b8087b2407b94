import type { Actor } from "@/lib/platform/actor";
import type { ReuseDeclarationWhereInput } from "@/lib/platform/db/generated/models";
import { canManageLibrary, itemListedFor } from "@/lib/reuse/policy";

/** Who reads declarations with contacts and addresses, shows and refuses them. */
export function canModerate(actor: Actor, item: { programmeId: string }): boolean {
  return canManageLibrary(actor, item);
}

/** Declarations in the actor's hands: confirmed ones of the items of its programmes. */
export function declarationInHandsOf(actor: Actor): ReuseDeclarationWhereInput {
  return {
    state: { not: "PENDING" },
    item: { programmeId: { in: actor.programmesWith("COORDINATOR") } },
  };
}

/** Declarations that everybody reads below an item. */
export function declarationShownTo(actor: Actor): ReuseDeclarationWhereInput {
  return { state: "SHOWN", item: itemListedFor(actor) };
}
