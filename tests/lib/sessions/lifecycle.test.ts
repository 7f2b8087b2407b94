import { describe, expect, test } from "vitest";
import { DomainError } from "@/lib/platform/errors";
import { acceptsReplies, isRoomOpen, nextState, sessionPhase } from "@/lib/sessions/lifecycle";

const startsAt = new Date("2026-03-31T08:30:00Z");
const endsAt = new Date("2026-03-31T10:30:00Z");
const convened = { state: "CONVENED" as const, startsAt, endsAt, doorsMinutes: 15 };
const at = (time: string) => new Date(`2026-03-31T${time}:00Z`);

describe("a session", () => {
  test.each([
    ["08:29", "CONVENED"],
    ["08:30", "RUNNING"],
    ["10:29", "RUNNING"],
    ["10:30", "HELD"],
  ])("at %s is %s", (time, phase) => {
    expect(sessionPhase(convened, at(time))).toBe(phase);
    expect(sessionPhase({ ...convened, state: "CLOSED" }, at(time))).toBe("CLOSED");
  });

  test("opens its room a quarter of an hour before and shuts it at the end", () => {
    expect(["08:14", "08:15", "10:29", "10:30"].map((time) => isRoomOpen(convened, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isRoomOpen({ ...convened, state: "CANCELLED" }, at("09:00"))).toBe(false);
  });

  test("takes replies until it starts", () => {
    expect([acceptsReplies(convened, at("08:29")), acceptsReplies(convened, at("08:30"))]).toEqual([
      true,
      false,
    ]);
  });

  test("refuses a move that its state does not allow, by name", () => {
    expect(nextState("DRAFT", "convene")).toBe("CONVENED");
    expect(() => nextState("CANCELLED", "convene")).toThrow(DomainError);
    expect(() => nextState("CLOSED", "cancel")).toThrow("sessions.moveNotAllowed");
  });
});
