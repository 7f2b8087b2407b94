import type { Actor } from "@/lib/platform/actor";

/** Sees how the portal runs: counts, sizes, versions. The system reads the same for those who watch it from outside. */
export const canSeeState = (actor: Actor): boolean => actor.kind === "system" || actor.has("ADMINISTRATOR");
