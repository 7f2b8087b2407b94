import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canRunPoints, canSeeWhoIsHere } from "@/lib/sessions/live/policy";
import { actorAs, actorFor, actorWithoutRole } from "@/tests/support/actors";
import { aPerson, aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

let actors: Record<string, Actor>;
let scope: { programmeId: string; deputyId: string };

beforeAll(async () => {
  const { programme, body, ...roles } = await aPilot();
  const deputy = await aPerson();
  const left = await aPerson();
  scope = { programmeId: programme.id, deputyId: deputy.id };
  const inBody = { programmeId: programme.id, organisationId: body.id };
  actors = {
    ...roles,
    deputy: actorFor(deputy.id, [{ role: "STAFF", ...inBody }]),
    "deputy who left the programme": actorFor(deputy.id),
    "expert who left the programme": actorFor(left.id),
    visitor: visitorActor(moment),
    system: systemActor("test", moment),
    nobody: await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    "coordinator elsewhere": await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
  };
});

const who = (allowed: (actor: Actor) => boolean) =>
  Object.entries(actors)
    .flatMap(([name, actor]) => (allowed(actor) ? [name] : []))
    .toSorted();

test("points are run, and what is said is written, by who writes the minutes", () => {
  expect(who((actor) => canRunPoints(actor, scope))).toEqual(["coordinator", "deputy", "expert"]);
  expect(who((actor) => canRunPoints(actor, { ...scope, deputyId: null }))).toEqual([
    "coordinator",
    "expert",
  ]);
});

test("who is here is for the members of the programme", () => {
  expect(who((actor) => canSeeWhoIsHere(actor, scope))).toEqual([
    "coordinator",
    "deputy",
    "expert",
    "observer",
    "referent",
    "staff",
    "system",
  ]);
});
