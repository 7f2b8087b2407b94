import { expect, test } from "vitest";
import { transition } from "@/lib/platform/moves";
import {
  type EnrolmentMove,
  enrolmentMoves,
  enrolmentTransitions,
  type ProgrammeMove,
  programmeMoves,
  programmeTransitions,
} from "@/lib/programmes/lifecycle";

test("nothing returns to draft", () => {
  const targets = Object.values(programmeTransitions).flatMap((moves) => Object.values(moves));
  expect(targets).not.toContain("DRAFT");
});

test("each state offers its moves in order", () => {
  expect(programmeMoves("ARCHIVED")).toEqual(["reopen"]);
  expect(enrolmentMoves("UNDER_ASSESSMENT")).toEqual(["select", "putOnWaitingList", "refuse", "withdraw"]);
  expect(enrolmentMoves("REFUSED")).toEqual([]);
});

test("a move that its state does not know is refused with its code", () => {
  expect(() => transition("programmes", programmeTransitions, "DRAFT", "close" as ProgrammeMove)).toThrow(
    "programmes.moveNotAllowed",
  );
  expect(() => transition("programmes", enrolmentTransitions, "APPLIED", "select" as EnrolmentMove)).toThrow(
    "programmes.moveNotAllowed",
  );
});
