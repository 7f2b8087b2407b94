import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";

/** One actor of each kind, for the complete permitted set of an act of the portal as a whole. */
export async function portalActors(): Promise<Record<string, Actor>> {
  const [programme, organisation] = [await aProgramme(), await anOrganisation()];
  const body = { programmeId: programme.id, organisationId: organisation.id };
  return {
    administrator: await actorAs("ADMINISTRATOR"),
    privacyOfficer: await actorAs("PRIVACY_OFFICER"),
    programmeManager: await actorAs("PROGRAMME_MANAGER", { organisationId: organisation.id }),
    coordinator: await actorAs("COORDINATOR", { programmeId: programme.id }),
    referent: await actorAs("REFERENT", body),
    withoutRole: await actorWithoutRole(),
    visitor: visitorActor(moment),
    system: systemActor("sweep", moment),
  };
}

/** The names of those who may. */
export function permitted(actors: Record<string, Actor>, can: (actor: Actor) => boolean): string[] {
  return Object.entries(actors).flatMap(([name, actor]) => (can(actor) ? [name] : []));
}
