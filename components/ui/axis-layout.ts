import { type Scale, type Segment, type Stretch, segmentsOf, timeScale } from "@/components/ui/time-path";

export type AxisProgramme = Stretch & { id: string; title: string; when: string };

export type YearDot = { year: number; at: number; radius: number; begun: number; labelled: boolean };

export type AxisRow<Programme> = {
  programme: Programme;
  segments: Segment[];
  /** Where its thin line drops to the axis. */
  at: number;
  /** Right of the path for early programmes, left for late ones. */
  label: { at: number; side: "left" | "right" };
  /** Leftmost place of path and words. */
  left: number;
  /** Pixels above the axis. */
  rise: number;
};

export type AxisLayout<Programme> = {
  scale: Scale;
  today: number;
  dots: YearDot[];
  /** Start of the full line, null when there is none. */
  line: number | null;
  rows: AxisRow<Programme>[];
};

const radii = [3, 4.6, 6, 8.5];
const firstRise = 62;
const rowRise = 64;
// Text stands up to 44 % of the width for 370 px, its large title up to 58 % for 200 px.
const corner = [
  [44, 370],
  [58, 200],
] as const;
/** A letter's share of the width at 1024 px. */
const letter = 0.75;

/** First day that a programme names. */
export function begins({ start, end }: Stretch): string | null {
  return start?.from ?? start?.to ?? end?.from ?? end?.to ?? null;
}

/**
 * One dot a year that grows with the programmes begun so far, a full line from `lineFrom`, and a stair of programmes
 * above. Null when no programme has a date.
 */
export function layoutAxis<Programme extends AxisProgramme>(
  programmes: Programme[],
  today: string,
  lineFrom?: string,
): AxisLayout<Programme> | null {
  const dated = programmes
    .map((programme) => ({ programme, from: begins(programme) }))
    .filter((one): one is { programme: Programme; from: string } => one.from !== null)
    .sort((a, b) => a.from.localeCompare(b.from));
  const first = dated[0];
  if (!first) return null;
  const firstYear = Number(first.from.slice(0, 4));
  const thisYear = Number(today.slice(0, 4));
  const scale = timeScale(`${firstYear}-01-01`, today > first.from ? today : `${firstYear}-12-31`, 1.2);
  const now = scale.at(today);
  const line = lineFrom ? scale.at(lineFrom) : null;
  const starts = dated.map((one) => one.from);
  const every = Math.max(1, Math.ceil((thisYear - firstYear) / 8));
  const years = Array.from(
    { length: Math.max(1, thisYear - firstYear + 1) },
    (_, index) => firstYear + index,
  );
  const dots = years.map((year, index) => {
    const begun = starts.filter((start) => Number(start.slice(0, 4)) <= year).length;
    const at = scale.at(`${year}-01-01`);
    // The last label would touch the word for today.
    return {
      year,
      at,
      begun,
      radius: radii[Math.min(begun, 4) - 1] ?? 3,
      labelled: index % every === 0 && at < now - 15,
    };
  });
  const rows = dated.map(({ programme, from }, index) => {
    const segments = clip(segmentsOf(programme, scale, { today: now, nominal: 2.6, narrowest: 1.2 }));
    const { label, left } = labelOf(programme, segments);
    return { programme, segments, at: scale.at(from), label, left, rise: firstRise + index * rowRise };
  });
  return { scale, today: now, dots, line, rows };
}

/** Pixels from the top to the axis, and the steps spread over the height that the text in the corner leaves them. */
export function spreadStair<Row extends { left: number; rise: number }>(
  rows: Row[],
): { depth: number; rows: Row[] } {
  const room = (left: number) => corner.find(([beyond]) => left < beyond)?.[1] ?? 40;
  const depth = Math.max(...rows.map(({ left, rise }) => room(left) + rise));
  const caps: number[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const above = caps[index + 1] ?? Number.POSITIVE_INFINITY;
    caps[index] = Math.min(depth - room(rows[index]?.left ?? 0), above - rowRise);
  }
  const last = rows.at(-1);
  const spare = last && rows.length > 1 ? ((caps.at(-1) ?? 0) - last.rise) / (rows.length - 1) : 0;
  return {
    depth,
    rows: rows.map((row, index) => ({
      ...row,
      rise: Math.min(row.rise + spare * index, caps[index] ?? row.rise),
    })),
  };
}

function clip(segments: Segment[]): Segment[] {
  return segments.map((segment) => ({ ...segment, to: Math.min(segment.to, 99) }));
}

function labelOf(programme: AxisProgramme, segments: Segment[]) {
  const from = Math.min(...segments.map((segment) => segment.from));
  const to = Math.max(...segments.map((segment) => segment.to));
  const length = Math.max(programme.title.length, programme.when.length * 0.88) * letter;
  const right = from < 50 && to + length < 99;
  return right
    ? { label: { at: to, side: "right" as const }, left: from }
    : { label: { at: from, side: "left" as const }, left: from - length };
}
