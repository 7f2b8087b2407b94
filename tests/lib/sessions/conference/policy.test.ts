import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canLeadRoom, joinRoleOf } from "@/lib/sessions/conference/policy";
import type { Run } from "@/lib/sessions/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

let actors: Record<string, Actor>;
let programmeId: string;
let expert: string;

beforeAll(async () => {
  const { programme, body, ...roles } = await aPilot();
  programmeId = programme.id;
  expert = roles.expert.personId;
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

test("the coordinator and the deputy alone lead a room and come in as moderators", () => {
  for (const may of [canLeadRoom, (actor: Actor, run: Run) => joinRoleOf(actor, run) === "MODERATOR"]) {
    expect(who((actor) => may(actor, { programmeId, deputyId: null }))).toEqual(["coordinator"]);
    expect(who((actor) => may(actor, { programmeId, deputyId: expert }))).toEqual(["coordinator", "expert"]);
  }
});
