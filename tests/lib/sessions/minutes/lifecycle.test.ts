import { describe, expect, test } from "vitest";
import type { MinutesState } from "@/lib/platform/db/generated/enums";
import {
  acceptsVerdicts,
  isWritable,
  minutesTransitions,
  moveMinutes,
  statesBefore,
} from "@/lib/sessions/minutes/lifecycle";

const states = Object.keys(minutesTransitions) as MinutesState[];

describe("minutes", () => {
  test("move only as the table says", () => {
    expect(moveMinutes("OBJECTED", "propose")).toBe("PROPOSED");
    expect(() => moveMinutes("DRAFT", "publish")).toThrow(
      expect.objectContaining({
        code: "minutes.moveNotAllowed",
        params: { state: "DRAFT", move: "publish" },
      }),
    );
  });

  test("go back to a draft from everywhere else", () => {
    expect(statesBefore("withdraw")).toEqual(["PROPOSED", "OBJECTED", "APPROVED", "PUBLISHED"]);
  });

  test("are written before a proposal, never while they are looked at or after the approval", () => {
    expect(states.filter(isWritable)).toEqual(["DRAFT", "OBJECTED"]);
  });

  test("take verdicts until the last second of the term, also after an objection", () => {
    const termEndsAt = new Date("2026-03-30T21:59:59Z");
    const open = states.filter((state) => acceptsVerdicts({ state, termEndsAt }, termEndsAt));
    expect(open).toEqual(["PROPOSED", "OBJECTED"]);
    expect(acceptsVerdicts({ state: "PROPOSED", termEndsAt }, new Date("2026-03-30T22:00:00Z"))).toBe(false);
    expect(acceptsVerdicts({ state: "PROPOSED", termEndsAt: null }, termEndsAt)).toBe(false);
  });
});
