import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canRetryMail, canSeeOutbox } from "@/lib/platform/mail/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";

let actors: Record<string, Actor>;
beforeAll(async () => {
  const [programme, organisation] = [await aProgramme(), await anOrganisation()];
  const body = { programmeId: programme.id, organisationId: organisation.id };
  actors = {
    administrator: await actorAs("ADMINISTRATOR"),
    privacyOfficer: await actorAs("PRIVACY_OFFICER"),
    programmeManager: await actorAs("PROGRAMME_MANAGER", { organisationId: organisation.id }),
    coordinator: await actorAs("COORDINATOR", { programmeId: programme.id }),
    referent: await actorAs("REFERENT", body),
    withoutRole: await actorWithoutRole(),
    visitor: visitorActor(moment),
    system: systemActor("sweep", moment),
  };
});
const allowed = (can: (actor: Actor) => boolean) =>
  Object.keys(actors).filter((name) => can(actors[name] as Actor));

test("the outbox is the administrator's alone", () => {
  expect(allowed(canSeeOutbox)).toEqual(["administrator"]);
  expect(allowed(canRetryMail)).toEqual(["administrator"]);
});
