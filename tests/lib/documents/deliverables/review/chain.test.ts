import { expect, test } from "vitest";
import { reviewerAt, stepsOf, takesTurn } from "@/lib/documents/deliverables/review/chain";
import { turnOf } from "@/lib/documents/deliverables/review/turn";

const somebody = (personId: string, isCoordinator = false) => ({ personId, isCoordinator });

test("a chain has a place for each named; without names one place for anybody", () => {
  expect([stepsOf([]), stepsOf(["a"]), stepsOf(["a", "b"])]).toEqual([1, 1, 2]);
  expect([reviewerAt(["a", "b"], 2), reviewerAt(["a"], 2), reviewerAt([], 1)]).toEqual(["b", null, null]);
});

test.each([
  ["anybody where nobody is named", [], 1, somebody("x"), { may: true, standsInForId: null }],
  ["the one named", ["a", "b"], 2, somebody("b"), { may: true, standsInForId: null }],
  ["not the one whose turn comes later", ["a", "b"], 1, somebody("b"), { may: false, waitsForId: "a" }],
  ["not the one whose turn is over", ["a", "b"], 2, somebody("a"), { may: false, waitsForId: "b" }],
  [
    "the coordinator in another's place",
    ["a", "b"],
    1,
    somebody("c", true),
    { may: true, standsInForId: "a" },
  ],
  [
    "the coordinator at the own place",
    ["a", "c"],
    2,
    somebody("c", true),
    { may: true, standsInForId: null },
  ],
  ["nobody but the coordinator for who is gone", [null], 1, somebody("a"), { may: false, waitsForId: null }],
  ["the coordinator for who is gone", [null], 1, somebody("c", true), { may: true, standsInForId: null }],
] as const)("%s", (...[, chain, step, actor, turn]) => {
  expect(takesTurn({ chain, step }, actor)).toEqual(turn);
});

test("the chain of a running round is the one taken down; before, the request's", () => {
  const row = {
    round: 2,
    steps: [
      { round: 1, personId: "old" },
      { round: 2, personId: "a" },
      { round: 2, personId: "b" },
    ],
    reviews: [
      { id: "1", round: 1, reviewerId: "old" },
      { id: "2", round: 2, reviewerId: "a" },
    ],
    request: { reviewers: [{ personId: "new" }] },
  };
  expect(turnOf({ ...row, state: "IN_REVIEW" })).toMatchObject({
    chain: ["a", "b"],
    step: 2,
    lastApproval: { id: "2" },
  });
  expect(turnOf({ ...row, state: "SUBMITTED" })).toEqual({ chain: ["new"], step: 1, lastApproval: null });
});
