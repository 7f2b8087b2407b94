import { letter, type Rect } from "@/components/job-centre/geometry";
import type { MacroArea } from "@/lib/platform/db/generated/enums";

export type Outside = "person" | "company";
export type End = { area: string } | { outside: Outside };
export type DiagramArea = { slug: string; macroArea: MacroArea; name: string };
export type DiagramReferral = { id: string; from: End; to: string; label: string; isReturn: boolean };
export type DiagramInput = { areas: DiagramArea[]; referrals: DiagramReferral[] };

export type PlacedArea = DiagramArea & { rect: Rect; lines: string[] };
export type Ground = { macroArea: MacroArea; rect: Rect; title: Rect };
export type Places = {
  width: number;
  height: number;
  grounds: Ground[];
  areas: PlacedArea[];
  support: PlacedArea[];
  outsides: { key: Outside; rect: Rect }[];
  columns: number;
  /** left edge of the first column, and the room between two */
  firstColumn: number;
  gutter: number;
};

export const box = { width: 172, height: 84 };
const pill = { width: 88, height: 50 };
/** Room to the left of the first column inside its ground. */
const inset = 20;
/** Between pill and first column, and between columns, at least; more where the words of a straight arrow need it. */
const least = { entry: 72, gutter: 76 };
const most = 200;
const rowGap = 124;
const head = 58;
const foot = 56;
const groundGap = 16;
const strip = 64;
/** Letters that fit beside each other in a box. */
const lettersInBox = 17;

/** Macro areas one below the other, their areas in columns by how many referrals lead to them, support as a strip. */
export function placeAreas({ areas, referrals }: DiagramInput): Places {
  const cells = new Map<string, Cell>();
  const grounds: Ground[] = [];
  const outsides: Places["outsides"] = [];
  const macros = (["PERSON", "COMPANY"] as const).filter((macro) =>
    areas.some((one) => one.macroArea === macro),
  );
  for (const macro of macros)
    for (const [slug, cell] of cellsOf(
      areas.filter((one) => one.macroArea === macro),
      referrals,
      cells,
    ))
      cells.set(slug, cell);
  const columns = Math.max(1, ...[...cells.values()].map(({ column }) => column + 1));
  const { firstColumn, gutter } = roomsFor(referrals, cells);
  const groundLeft = firstColumn - inset;
  const width = firstColumn + columns * box.width + (columns - 1) * gutter + 24;
  const placed: PlacedArea[] = [];
  let y = 0;
  for (const macroArea of macros) {
    const own = areas.filter((one) => one.macroArea === macroArea);
    const rows = Math.max(...own.map(({ slug }) => cells.get(slug)?.row ?? 0)) + 1;
    const inner = rows * box.height + (rows - 1) * rowGap;
    grounds.push({
      macroArea,
      rect: { x: groundLeft, y, width: width - groundLeft, height: head + inner + foot },
      title: { x: groundLeft + 16, y: y + 12, width: 210, height: 28 },
    });
    for (const area of own) {
      const { column, row } = cells.get(area.slug) ?? { column: 0, row: 0 };
      const rect = {
        x: firstColumn + column * (box.width + gutter),
        y: y + head + row * (box.height + rowGap),
        ...box,
      };
      placed.push({ ...area, rect, lines: wrap(area.name, lettersInBox) });
    }
    outsides.push({ key: macroArea === "PERSON" ? "person" : "company", rect: { x: 0, y: 0, ...pill } });
    const entry = placed.find((one) => one.macroArea === macroArea && cells.get(one.slug)?.column === 0);
    const last = outsides.at(-1);
    if (last) last.rect.y = (entry?.rect.y ?? y + head) + (box.height - pill.height) / 2;
    y += head + inner + foot + groundGap;
  }
  const support = areas
    .filter(({ macroArea }) => macroArea === "SUPPORT")
    .map((area) => {
      const rect = { x: groundLeft, y, width: width - groundLeft, height: strip };
      y += strip + groundGap;
      return { ...area, rect, lines: [area.name] };
    });
  return {
    width,
    height: y - groundGap,
    grounds,
    areas: placed,
    support,
    outsides,
    columns,
    firstColumn,
    gutter,
  };
}

type Cell = { macroArea: MacroArea; column: number; row: number };

function roomsFor(referrals: DiagramReferral[], cells: ReadonlyMap<string, Cell>) {
  const longest = (labels: string[], room: number) =>
    Math.min(most, Math.max(room, ...labels.map((label) => label.length * letter + 12)));
  const entries = referrals.filter(({ from, to }) => "outside" in from && cells.get(to)?.column === 0);
  const across = referrals.filter(({ from, to }) => {
    const [a, b] = ["area" in from ? cells.get(from.area) : undefined, cells.get(to)];
    return a && b && a.macroArea === b.macroArea && a.row === b.row && Math.abs(a.column - b.column) === 1;
  });
  const labels = (list: DiagramReferral[]) => list.map(({ label }) => label);
  return {
    firstColumn: pill.width + longest(labels(entries), least.entry),
    gutter: longest(labels(across), least.gutter),
  };
}

/** Where the areas of one macro area stand. Row numbers may be halves: an area stands in the middle of those it leads to. */
function cellsOf(
  own: DiagramArea[],
  referrals: DiagramReferral[],
  others: ReadonlyMap<string, Cell>,
): Map<string, Cell> {
  const columns = columnsOf(own, referrals, others);
  const slugs = new Set(own.map(({ slug }) => slug));
  const leadsOn = (slug: string) =>
    forward(referrals).some(
      ({ from, to }) => from === slug && slugs.has(to) && (columns.get(to) ?? 0) > (columns.get(slug) ?? 0),
    );
  const byColumn = new Map<number, DiagramArea[]>();
  for (const area of own) {
    const column = columns.get(area.slug) ?? 0;
    byColumn.set(column, [...(byColumn.get(column) ?? []), area]);
  }
  const cells = new Map<string, Cell>();
  for (const [column, members] of [...byColumn].sort(([a], [b]) => a - b)) {
    // Those that lead further right stand on top, so that what follows them stands beside them.
    const sorted = members.toSorted((a, b) => Number(leadsOn(b.slug)) - Number(leadsOn(a.slug)));
    for (const [row, { slug, macroArea }] of sorted.entries()) cells.set(slug, { macroArea, column, row });
  }
  const depth = Math.max(...[...byColumn.values()].map((members) => members.length));
  for (const members of byColumn.values()) {
    const [only] = members;
    const cell = only && members.length === 1 ? cells.get(only.slug) : undefined;
    if (cell?.column === 0) cell.row = (depth - 1) / 2;
  }
  return cells;
}

/** The first column holds where people come in; each referral inside leads one column on; what is only fed from elsewhere stands after its feeders. */
function columnsOf(own: DiagramArea[], referrals: DiagramReferral[], others: ReadonlyMap<string, Cell>) {
  const slugs = new Set(own.map(({ slug }) => slug));
  const columns = new Map<string, number>();
  const entered = own.find(({ slug }) => referrals.some(({ from, to }) => "outside" in from && to === slug));
  const start = entered ?? own[0];
  if (start) columns.set(start.slug, 0);
  const queue = start ? [start.slug] : [];
  for (const slug of queue)
    for (const { from, to } of forward(referrals))
      if (from === slug && slugs.has(to) && !columns.has(to)) {
        columns.set(to, (columns.get(slug) ?? 0) + 1);
        queue.push(to);
      }
  for (const { slug } of own) {
    if (columns.has(slug)) continue;
    const feeders = forward(referrals)
      .filter(({ to }) => to === slug)
      .flatMap(({ from }) => (from ? (others.get(from)?.column ?? []) : []));
    columns.set(slug, feeders.length > 0 ? Math.max(...feeders) + 1 : 0);
  }
  return columns;
}

function forward(referrals: DiagramReferral[]): { from: string | null; to: string }[] {
  return referrals
    .filter(({ isReturn }) => !isReturn)
    .map(({ from, to }) => ({ from: "area" in from ? from.area : null, to }));
}

/** Words on lines of at most so many letters; a longer word has a line of its own. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
