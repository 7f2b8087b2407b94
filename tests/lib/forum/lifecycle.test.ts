import { describe, expect, test } from "vitest";
import { moveThread, stateAfterPost, stateOfPosts } from "@/lib/forum/lifecycle";
import { DomainError } from "@/lib/platform/errors";

const states = ["OPEN", "ANSWERED", "SOLVED"] as const;
const moves = ["answer", "accept", "unaccept"] as const;

describe("moves of a thread", () => {
  test.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))(
    "%s %s",
    (state, move) => {
      const leads: Record<string, string> = {
        "OPEN answer": "ANSWERED",
        "ANSWERED accept": "SOLVED",
        "SOLVED unaccept": "ANSWERED",
      };
      const to = leads[`${state} ${move}`];
      if (to) expect(moveThread(state, move)).toBe(to);
      else expect(() => moveThread(state, move)).toThrow(DomainError);
    },
  );
});

describe("the state after a post", () => {
  test.each([
    ["OPEN", "asker", "asker", "OPEN"],
    ["OPEN", "asker", "other", "ANSWERED"],
    ["OPEN", null, "other", "ANSWERED"],
    ["ANSWERED", "asker", "other", "ANSWERED"],
    ["SOLVED", "asker", "other", "SOLVED"],
  ] as const)("%s asked by %s, post by %s: %s", (state, authorId, by, after) => {
    expect(stateAfterPost({ state, authorId }, by)).toBe(after);
  });
});

test.each([
  [true, true, "SOLVED"],
  [false, true, "ANSWERED"],
  [false, false, "OPEN"],
] as const)(
  "posts with an accepted one: %s, with an answer: %s, make %s",
  (isAccepted, isAnswered, state) => {
    expect(stateOfPosts({ isAccepted, isAnswered })).toBe(state);
  },
);
