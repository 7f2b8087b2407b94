import { addDays, endOfMonth, format, parseISO, startOfMonth } from "date-fns";
import {
  dayAfter,
  knownSpan,
  type Scale,
  type Segment,
  type Stretch,
  segmentsOf,
  ticksOf,
  timeScale,
} from "@/components/ui/time-path";

export type TimelineMark = {
  id: string;
  /** As short as the drawing needs: "2ª". */
  label: string;
  /** As in the list: "2ª sessione di assistenza tecnica". */
  title: string;
  /** "YYYY-MM-DD" */
  day: string;
  /** "31 marzo" under the ring. */
  shortWhen: string;
  /** "31 marzo 2026, 10:30-12:30" in the list. */
  when: string;
  state: "held" | "next" | "ahead" | "cancelled";
};

export type TimelinePhase = Stretch & { id: string; title: string; when?: string; marks?: TimelineMark[] };

export type PlacedMark<Mark> = { mark: Mark; at: number; level: number };
export type TimelineRow<Phase, Mark> = {
  phase: Phase;
  segments: Segment[];
  marks: PlacedMark<Mark>[];
  /** Where the title stands and which way it runs. */
  label: { at: number; anchor: "start" | "end" };
  y: number;
};

export type TimelineLayout<Phase, Mark> = {
  scale: Scale;
  ticks: ReturnType<typeof ticksOf>;
  rows: TimelineRow<Phase, Mark>[];
  /** Place of today, null when it lies outside. */
  today: number | null;
  height: number;
};

const barOffset = 28;
const rowHeight = 68;
const markRoom = 44;
const levelHeight = 40;

/** Places phases and sessions on one scale; null when no date is known at all. */
export function layoutTimeline<Phase extends TimelinePhase>(
  phases: Phase[],
  today: string,
): TimelineLayout<Phase, NonNullable<Phase["marks"]>[number]> | null {
  const marked = phases.flatMap((phase) => phase.marks?.map((mark) => mark.day) ?? []);
  const known = knownSpan(phases, marked);
  if (!known) return null;
  const scale = timeScale(...domainOf(known, phases, today));
  const now = scale.at(today);
  let y = 34;
  const rows = phases.map((phase) => {
    const marks = placeMarks(phase.marks ?? [], scale);
    const witness = marks[0]?.at;
    const segments = segmentsOf(phase, scale, { today: now, nominal: 12, narrowest: 1.2, witness });
    const row = { phase, segments, marks, label: labelPlace(segments), y: y + barOffset };
    const levels = marks.length > 0 ? Math.max(...marks.map((mark) => mark.level)) + 1 : 0;
    y += rowHeight + (levels > 0 ? markRoom + (levels - 1) * levelHeight : 0);
    return row;
  });
  return { scale, ticks: ticksOf(scale), rows, today: now >= 0 && now <= 100 ? now : null, height: y + 6 };
}

function domainOf(known: { from: string; to: string }, phases: Stretch[], today: string): [string, string] {
  const from = format(startOfMonth(parseISO(known.from)), "yyyy-MM-dd");
  const openEnd = phases.some((phase) => phase.start && !phase.end && phase.ongoing);
  // What goes on without an end needs some room after today; what is past does not reach until today.
  const horizon = format(addDays(parseISO(today), 45), "yyyy-MM-dd");
  const last = openEnd && horizon > known.to ? horizon : known.to;
  return [from, dayAfter(format(endOfMonth(parseISO(last)), "yyyy-MM-dd"))];
}

function labelPlace(segments: Segment[]): { at: number; anchor: "start" | "end" } {
  const from = Math.min(...segments.map((segment) => segment.from));
  const to = Math.max(...segments.map((segment) => segment.to));
  return from > 60 ? { at: Math.min(to, 100), anchor: "end" } : { at: Math.max(from, 0), anchor: "start" };
}

function placeMarks<Mark extends TimelineMark>(marks: Mark[], scale: Scale): PlacedMark<Mark>[] {
  const takenTo: number[] = [];
  return [...marks]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((mark) => {
      const at = scale.at(mark.day);
      const half = labelWidth(mark) / 2;
      const free = takenTo.findIndex((taken) => at - half >= taken);
      const level = free === -1 ? takenTo.length : free;
      takenTo[level] = at + half;
      return { mark, at, level };
    });
}

// In per cent of a drawing 980 px wide, the narrowest one that is shown.
function labelWidth({ label, shortWhen }: TimelineMark): number {
  return (Math.max(label.length * 7, shortWhen.length * 6.2) + 6) / 9.8;
}

export type ListStep<Phase, Mark> = { phase: Phase; mark?: Mark; order: string };

/** Phases and sessions in the order of their days, for the list; a phase without any date keeps its place. */
export function timelineSteps<Phase extends TimelinePhase>(
  phases: Phase[],
): ListStep<Phase, NonNullable<Phase["marks"]>[number]>[] {
  let last = "";
  const steps = phases.flatMap((phase) => {
    const order = phase.start?.from ?? phase.start?.to ?? phase.end?.from ?? phase.end?.to ?? last;
    last = order;
    return [{ phase, order }, ...(phase.marks ?? []).map((mark) => ({ phase, mark, order: mark.day }))];
  });
  return steps.sort((a, b) => a.order.localeCompare(b.order));
}
