import { expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { canFollowUp } from "@/lib/sessions/followup/policy";
import { actorAs } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

test("who runs a programme and who reads all of it follow its sessions up, nobody else", async () => {
  const { programme, body: _, ...people } = await aPilot();
  const actors: Record<string, Actor> = {
    ...people,
    otherCoordinator: await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
    administrator: await actorAs("ADMINISTRATOR"),
    visitor: visitorActor(moment),
    system: systemActor("test", moment),
  };
  const allowed = Object.entries(actors).flatMap(([name, actor]) =>
    canFollowUp(actor, { programmeId: programme.id }) ? [name] : [],
  );
  expect(allowed).toEqual(["coordinator", "expert", "observer"]);
});
