import { ownBodies } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";

type InProgramme = { programmeId: string };

export const proposingRoles = ["COORDINATOR", "EXPERT", "REFERENT", "STAFF"] as const satisfies Role[];

/** Who says what should be spoken of: all who take part. The observer listens. */
export function canPropose(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has(proposingRoles, { programme: programmeId });
}

/** Whether a proposal need not say for which body it is made. */
export function canProposeInOwnName(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
}

/** Only who proposed a point takes the proposal back. */
export function canWithdrawProposal(actor: Actor, proposal: { proposedById: string | null }): boolean {
  return actor.personId !== null && actor.personId === proposal.proposedById;
}

/** The bodies for which the actor proposes in a programme. */
export function proposesFor(actor: Actor, { programmeId }: InProgramme): string[] {
  return ownBodies(actor)
    .filter((body) => body.programmeId === programmeId)
    .map((body) => body.organisationId);
}
