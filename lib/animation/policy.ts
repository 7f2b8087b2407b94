import type { Actor } from "@/lib/platform/actor";
import type { ScheduledPostWhereInput } from "@/lib/platform/db/generated/models";
import { memberRoles } from "@/lib/programmes/policy";

type InProgramme = { programmeId: string };

/** Writing posts beforehand, keeping texts to begin with, reminding silent bodies: who keeps the forum going. */
export function canAnimate(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
}

/** Which body takes part how much: who keeps the forum going, and who answers for the programme. */
export function canSeeParticipation(actor: Actor, programme: InProgramme & { promoterId: string }): boolean {
  return (
    canAnimate(actor, programme) || actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId })
  );
}

/** Posts written beforehand that may be seen: those of the programmes whose forum one keeps going. */
export function scheduledVisibleTo(actor: Actor): ScheduledPostWhereInput {
  if (actor.kind === "system") return {};
  return { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT") } };
}

/** Changing such a post, or publishing it now: nobody speaks in another's name. */
export function canChangeScheduled(actor: Actor, post: InProgramme & { authorId: string }): boolean {
  return post.authorId === actor.personId && canAnimate(actor, post);
}

/** Cancelling it: its author, and the coordinator. */
export function canCancelScheduled(actor: Actor, post: InProgramme & { authorId: string }): boolean {
  return canChangeScheduled(actor, post) || actor.has("COORDINATOR", { programme: post.programmeId });
}

/** How the new in a programme are greeted, and where they introduce themselves: its coordinator says. */
export function canWelcome(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Putting one's first steps in a programme away: whoever takes part in it. */
export function canTakeFirstSteps(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.personId !== null && actor.has(memberRoles, { programme: programmeId });
}
