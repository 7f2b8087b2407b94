import { describe, expect, test } from "vitest";
import { DomainError } from "@/lib/platform/errors";
import { nextProposalState, takesPoints } from "@/lib/sessions/agenda/lifecycle";

describe("a proposal", () => {
  test("waits, and is decided once", () => {
    expect(nextProposalState("PROPOSED", "take")).toBe("TAKEN");
    expect(nextProposalState("PROPOSED", "decline")).toBe("DECLINED");
    expect(nextProposalState("PROPOSED", "withdraw")).toBe("WITHDRAWN");
    for (const state of ["TAKEN", "DECLINED", "WITHDRAWN"] as const) {
      expect(() => nextProposalState(state, "take")).toThrow(DomainError);
      expect(() => nextProposalState(state, "withdraw")).toThrow("planning.moveNotAllowed");
    }
  });

  test("is made until the session starts, of a draft or a convened one", () => {
    const startsAt = new Date("2026-03-31T08:30:00Z");
    const [before, then] = [new Date("2026-03-31T08:29:59Z"), startsAt];
    const states = ["DRAFT", "CONVENED", "CLOSED", "CANCELLED"] as const;
    expect(states.map((state) => takesPoints({ state, startsAt }, before))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(states.map((state) => takesPoints({ state, startsAt }, then))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
