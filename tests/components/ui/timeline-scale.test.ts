import { describe, expect, it } from "vitest";
import {
  layoutTimeline,
  type TimelineMark,
  type TimelinePhase,
  timelineSteps,
} from "@/components/ui/timeline-scale";
import { exactDay, wholeMonth } from "@/lib/platform/source-date";

const mark = (day: string, label = "2ª"): TimelineMark => ({
  id: day,
  label,
  title: label,
  day,
  shortWhen: "31 marzo",
  when: day,
  state: "ahead",
});

const phases: TimelinePhase[] = [
  { id: "announce", title: "Divulgazione", start: wholeMonth("2025-11"), end: null, ongoing: true },
  { id: "choose", title: "Individuazione", start: null, end: exactDay("2026-01-09") },
  {
    id: "try",
    title: "Sperimentazione",
    start: exactDay("2026-01-12"),
    end: exactDay("2026-05-05"),
    marks: [mark("2026-03-31"), mark("2026-01-12", "Avvio")],
  },
];

describe("timeline", () => {
  it("starts with the month of the first date and leaves room after today", () => {
    const layout = layoutTimeline(phases, "2026-03-23");
    expect(layout?.scale.from).toBe("2025-11-01");
    expect(layout?.scale.to).toBe("2026-06-01");
    expect(layout?.today).toBeGreaterThan(60);
  });

  it("does not stretch a past programme until today", () => {
    const layout = layoutTimeline(phases, "2032-01-01");
    expect(layout?.scale.to).not.toContain("2025");
    const past = layoutTimeline(phases.slice(1), "2032-01-01");
    expect(past?.today).toBeNull();
    expect(past?.scale.to).toBe("2026-06-01");
  });

  it("has no drawing when no date is known", () => {
    expect(layoutTimeline([{ id: "x", title: "X", start: null, end: null }], "2026-03-23")).toBeNull();
  });

  it("keeps names of close sessions apart", () => {
    const crowded = [
      {
        ...phases[2],
        id: "c",
        title: "C",
        start: null,
        end: null,
        marks: [mark("2026-03-02"), mark("2026-03-03"), mark("2026-08-01")],
      },
    ];
    const levels = layoutTimeline(crowded, "2026-03-23")?.rows[0]?.marks.map((placed) => placed.level);
    expect(levels).toEqual([0, 1, 0]);
  });

  it("lists phases and sessions by day", () => {
    expect(timelineSteps(phases).map((step) => step.mark?.label ?? step.phase.id)).toEqual([
      "announce",
      "choose",
      "try",
      "Avvio",
      "2ª",
    ]);
  });

  it("leaves a phase without dates after the one before it", () => {
    const undated: TimelinePhase[] = [
      ...phases.slice(0, 1),
      { id: "none", title: "N", start: null, end: null },
      ...phases.slice(1),
    ];
    expect(
      timelineSteps(undated)
        .map((step) => step.phase.id)
        .slice(0, 2),
    ).toEqual(["announce", "none"]);
  });
});
