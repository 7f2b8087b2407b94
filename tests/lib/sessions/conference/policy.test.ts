import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canLeadRoom, joinRoleOf } from "@/lib/sessions/conference/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

let actors: Record<string, Actor>;
let scope: { programmeId: string };

beforeAll(async () => {
  const { programme, body, ...roles } = await aPilot();
  scope = { programmeId: programme.id };
  actors = {
    ...roles,
    visitor: visitorActor(moment),
    system: systemActor("follow-meetings", moment),
    nobody: await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    "coordinator elsewhere": await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
  };
});

const who = (allowed: (actor: Actor) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (allowed(actor) ? [name] : []));

test("only the coordinator leads a room and comes in as moderator", () => {
  expect(who((actor) => canLeadRoom(actor, scope))).toEqual(["coordinator"]);
  expect(who((actor) => joinRoleOf(actor, scope) === "MODERATOR")).toEqual(["coordinator"]);
});
