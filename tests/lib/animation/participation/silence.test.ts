import { describe, expect, test } from "vitest";
import { beginOf, isSilent, mondayOf, weeksSilent, weeksUpTo } from "@/lib/animation/participation/silence";

const at = new Date("2026-03-23T09:00:00Z");
const ago = (days: number) => new Date(at.getTime() - days * 86_400_000);

describe("weeks", () => {
  test("begin on Monday in Rome", () => {
    expect(mondayOf(at)).toBe("2026-03-23");
    expect(mondayOf(new Date("2026-03-22T22:59:00Z"))).toBe("2026-03-16");
    expect(mondayOf(new Date("2026-03-22T23:00:00Z"))).toBe("2026-03-23");
    expect(beginOf("2026-03-30")).toEqual(new Date("2026-03-29T22:00:00Z"));
  });

  test("shown are twelve, the present one last", () => {
    const weeks = weeksUpTo(at);
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([12, "2026-01-05", "2026-03-23"]);
  });
});

describe("a body", () => {
  test("is silent once as many weeks have passed as the rule says, or without a post", () => {
    const rule = { weeks: 3 };
    expect([20, 21, 60].map((days) => isSilent(ago(days), at, rule))).toEqual([false, true, true]);
    expect(isSilent(null, at, rule)).toBe(true);
    expect([weeksSilent(ago(20), at), weeksSilent(null, at)]).toEqual([2, null]);
  });
});
