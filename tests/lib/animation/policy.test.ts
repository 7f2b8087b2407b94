import { beforeAll, describe, expect, test } from "vitest";
import {
  canAnimate,
  canCancelScheduled,
  canChangeScheduled,
  canSeeParticipation,
  canTakeFirstSteps,
  canWelcome,
  scheduledVisibleTo,
} from "@/lib/animation/policy";
import { schedulePost } from "@/lib/animation/scheduling/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { scheduleForm } from "@/tests/support/animation-factories";
import { aCategory } from "@/tests/support/forum-factories";
import { actorsAround, aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;
let programmeId: string;

beforeAll(async () => {
  pilot = await aPilot();
  actors = await actorsAround(pilot);
  programmeId = pilot.programme.id;
});

const who = (may: (actor: Actor) => boolean) =>
  Object.entries(actors)
    .flatMap(([name, actor]) => (may(actor) ? [name] : []))
    .toSorted();

describe("what keeps a forum going", () => {
  test("is for coordinators and experts of the programme", () => {
    expect(who((actor) => canAnimate(actor, { programmeId }))).toEqual(["coordinator", "expert"]);
  });

  test("shows who takes part to the manager too", () => {
    const { promoterId } = pilot.programme;
    expect(who((actor) => canSeeParticipation(actor, { programmeId, promoterId }))).toEqual([
      "coordinator",
      "expert",
      "manager",
    ]);
  });

  test("leaves the welcome to the coordinator, and first steps to whoever takes part", () => {
    expect(who((actor) => canWelcome(actor, { programmeId }))).toEqual(["coordinator"]);
    expect(who((actor) => canTakeFirstSteps(actor, { programmeId }))).toEqual([
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
    ]);
  });

  test("leaves a post that waits to its author, and the coordinator may cancel it", () => {
    const post = { programmeId, authorId: pilot.expert.personId };
    expect(who((actor) => canChangeScheduled(actor, post))).toEqual(["expert"]);
    expect(who((actor) => canCancelScheduled(actor, post))).toEqual(["coordinator", "expert"]);
    const left = { programmeId, authorId: pilot.staff.personId };
    expect(who((actor) => canChangeScheduled(actor, left))).toEqual([]);
  });

  test("shows posts that wait to coordinators and experts alone", async () => {
    const category = await aCategory(programmeId);
    await schedulePost(pilot.expert, scheduleForm(pilot.programme, { categoryId: category.id }));
    const seen: string[] = [];
    for (const [name, actor] of Object.entries(actors)) {
      const where = { AND: [{ programmeId }, scheduledVisibleTo(actor)] };
      if ((await db.scheduledPost.count({ where })) > 0) seen.push(name);
    }
    expect(seen.toSorted()).toEqual(["coordinator", "expert", "system"]);
  });
});
