import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import {
  canPropose,
  canProposeInOwnName,
  canWithdrawProposal,
  proposesFor,
} from "@/lib/sessions/agenda/policy";
import { permitted } from "@/tests/support/portal-actors";
import { actorsAround, aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  actors = await actorsAround(pilot);
});

test("those who take part propose; the observer listens", () => {
  const scope = { programmeId: pilot.programme.id };
  expect(permitted(actors, (actor) => canPropose(actor, scope))).toEqual([
    "coordinator",
    "expert",
    "referent",
    "staff",
  ]);
  expect(permitted(actors, (actor) => canProposeInOwnName(actor, scope))).toEqual(["coordinator", "expert"]);
});

test("people of a body propose for it", () => {
  const scope = { programmeId: pilot.programme.id };
  expect(proposesFor(pilot.staff, scope)).toEqual([pilot.body.id]);
  expect(proposesFor(pilot.expert, scope)).toEqual([]);
});

test("only its author takes a proposal back", () => {
  const own = { proposedById: pilot.staff.personId };
  expect(permitted(actors, (actor) => canWithdrawProposal(actor, own))).toEqual(["staff"]);
  expect(permitted(actors, (actor) => canWithdrawProposal(actor, { proposedById: null }))).toEqual([]);
});
