import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canExpressFor, canReadInterests, speaksFor } from "@/lib/sessions/interests/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { permitted } from "@/tests/support/portal-actors";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  const { coordinator, expert, observer, referent, staff, manager } = pilot;
  const elsewhere = await aProgramme();
  actors = {
    administrator: await actorAs("ADMINISTRATOR"),
    coordinator,
    expert,
    manager,
    nobody: await actorWithoutRole(),
    observer,
    referent,
    "referent elsewhere": await actorAs("REFERENT", {
      programmeId: elsewhere.id,
      organisationId: pilot.body.id,
    }),
    staff,
    system: systemActor("sweep", moment),
    visitor: visitorActor(moment),
  };
});

test("people of a body speak for it, in whatever programme they do", () => {
  const body = { organisationId: pilot.body.id };
  expect(permitted(actors, (actor) => canExpressFor(actor, body))).toEqual([
    "referent",
    "referent elsewhere",
    "staff",
  ]);
  expect(speaksFor(pilot.staff)).toEqual([pilot.body.id]);
});

test("the coordinator and the deputy read who would come", () => {
  const may = (deputyId: string | null) =>
    permitted(actors, (actor) => canReadInterests(actor, { programmeId: pilot.programme.id, deputyId }));
  expect(may(null)).toEqual(["coordinator"]);
  expect(may(pilot.referent.personId)).toEqual(["coordinator", "referent"]);
});
