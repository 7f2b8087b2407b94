import type { Actor } from "@/lib/platform/actor";

/** The second factor of somebody who lost it is taken away by an administrator, never by oneself on this way. */
export const canResetSecondFactor = (actor: Actor, person: { id: string }): boolean =>
  actor.has("ADMINISTRATOR") && actor.personId !== person.id;

/**
 * Whether a person may set up a second factor. A demonstration account that others reach is everybody's: whoever came
 * first would shut the others out.
 */
export const mayEnrol = (
  person: { isDemo: boolean },
  demonstration: "never" | "direct" | "public",
): boolean => !person.isDemo || demonstration === "direct";
