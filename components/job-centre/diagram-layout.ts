import { type PlacedLabel, placeLabels } from "@/components/job-centre/diagram-labels";
import type { Field } from "@/components/job-centre/diagram-lattice";
import {
  box,
  type DiagramInput,
  type DiagramReferral,
  type End,
  type Places,
  placeAreas,
} from "@/components/job-centre/diagram-places";
import { type Direction, type Port, route, type Terminal } from "@/components/job-centre/diagram-router";
import { centreOf, edgesOf, type Point, type Rect, segmentsOf } from "@/components/job-centre/geometry";

export type Arrow = Pick<DiagramReferral, "id" | "from" | "to" | "isReturn"> & {
  points: Point[];
  label: PlacedLabel;
};
export type Diagram = Places & { arrows: Arrow[] };

/** Places of the lines' ends on a side, from its middle. */
const onSide = [0, -24, 24];
const onTop = [0, -50, 50];
/** Lanes between boxes, from the edge of the box before. */
const lanesAcross = [16, 38, 60];
const lanesDown = [20, 42, 64, 84, 104];
const lanesBelow = [24, 40];
/** What it costs to leave or enter by a side that is against the reading direction. */
const leaving: Record<Direction, number> = { right: 0, down: 40, up: 40, left: 90 };
const entering: Record<Direction, number> = { left: 0, down: 40, up: 40, right: 90 };

/**
 * The drawing of a model: boxes in a grid of columns, orthogonal arrows in the lanes between them, words beside the arrows.
 * Arrows cross no box and follow no other arrow; words touch nothing.
 */
export function layoutDiagram(input: DiagramInput): Diagram {
  const places = placeAreas(input);
  const paths = drawPaths(input.referrals, places);
  const drawn = input.referrals.flatMap((referral) => {
    const points = paths.get(referral.id);
    return points ? [{ referral, points }] : [];
  });
  const labels = placeLabels(
    drawn.map(({ referral, points }) => ({ text: referral.label, points })),
    {
      boxes: wallsOf(places),
      edges: places.grounds.flatMap(({ rect }) => edgesOf(rect)),
      canvas: { x: 0, y: 0, width: places.width, height: places.height },
    },
  );
  const arrows = drawn.flatMap(({ referral: { id, from, to, isReturn }, points }, index): Arrow[] => {
    const label = labels[index];
    return label ? [{ id, from, to, isReturn, points, label }] : [];
  });
  return { ...places, arrows };
}

function drawPaths(referrals: DiagramReferral[], places: Places): Map<string, Point[]> {
  const rects = new Map<string, Rect>([
    ...places.areas.map(({ slug, rect }) => [slug, rect] as const),
    ...places.outsides.map(({ key, rect }) => [outsideKey(key), rect] as const),
  ]);
  const field: Field = { ...lanesOf(places), walls: wallsOf(places), lines: [] };
  const used = new Set<string>();
  const paths = new Map<string, Point[]>();
  const terminal = (rect: Rect, ports: Port[]): Terminal => ({
    box: rect,
    ports: ports.filter(({ at }) => !used.has(`${at.x},${at.y}`)),
  });
  for (const { id, from, to, isReturn } of shortFirst(referrals, rects)) {
    const [source, target] = [rects.get(keyOf(from)), rects.get(to)];
    if (!source || !target) continue;
    const out = isReturn ? entering : leaving;
    const start = "outside" in from ? outsidePorts(source) : boxPorts(source, out);
    const end = boxPorts(target, isReturn ? leaving : entering);
    // Where every port is taken, two lines share one rather than that a way is lost.
    const points =
      route(field, terminal(source, start), terminal(target, end)) ??
      route(field, { box: source, ports: start }, { box: target, ports: end });
    if (!points) continue;
    for (const tip of [points[0], points.at(-1)]) if (tip) used.add(`${tip.x},${tip.y}`);
    field.lines.push(...segmentsOf(points));
    paths.set(id, points);
  }
  return paths;
}

const outsideKey = (key: string) => `outside:${key}`;

function keyOf(end: End): string {
  return "area" in end ? end.area : outsideKey(end.outside);
}

function wallsOf({ areas, outsides, grounds, support }: Places): Rect[] {
  return [
    ...areas.map(({ rect }) => rect),
    ...outsides.map(({ rect }) => rect),
    ...grounds.map(({ title }) => title),
    ...support.map(({ rect }) => rect),
  ];
}

function lanesOf(places: Places): { xs: number[]; ys: number[] } {
  const ports = [
    ...places.areas.flatMap(({ rect }) => boxPorts(rect, leaving)),
    ...places.outsides.flatMap(({ rect }) => outsidePorts(rect)),
  ];
  const xs = ports.map(({ at }) => at.x);
  const ys = ports.map(({ at }) => at.y);
  for (let column = 0; column < places.columns - 1; column += 1) {
    const right = places.firstColumn + column * (box.width + places.gutter) + box.width;
    xs.push(...lanesAcross.map((lane) => right + lane));
  }
  xs.push(places.firstColumn - 16);
  for (const { rect } of places.areas) {
    ys.push(...lanesDown.map((lane) => rect.y + rect.height + lane));
    ys.push(rect.y - 22);
  }
  for (const { rect } of places.grounds) ys.push(...lanesBelow.map((lane) => rect.y + rect.height - lane));
  return { xs: sorted(xs, places.width), ys: sorted(ys, places.height) };
}

function sorted(values: number[], limit: number): number[] {
  return [...new Set(values)].filter((value) => value >= 0 && value <= limit).sort((a, b) => a - b);
}

function boxPorts(rect: Rect, prices: Record<Direction, number>): Port[] {
  const { x, y } = centreOf(rect);
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  return [
    ...onSide.flatMap((off): Port[] => [
      { at: { x: right, y: y + off }, out: "right", cost: prices.right + Math.abs(off) * 1.5 },
      { at: { x: rect.x, y: y + off }, out: "left", cost: prices.left + Math.abs(off) * 1.5 },
    ]),
    ...onTop.flatMap((off): Port[] => [
      { at: { x: x + off, y: rect.y }, out: "up", cost: prices.up + Math.abs(off) / 5 },
      { at: { x: x + off, y: bottom }, out: "down", cost: prices.down + Math.abs(off) / 5 },
    ]),
  ];
}

/** People come out of their sign to the right or downwards. */
function outsidePorts(rect: Rect): Port[] {
  const { x, y } = centreOf(rect);
  return [
    { at: { x: rect.x + rect.width, y }, out: "right", cost: 0 },
    ...[0, -20, 20].map(
      (off): Port => ({ at: { x: x + off, y: rect.y + rect.height }, out: "down", cost: Math.abs(off) }),
    ),
  ];
}

/** Short ways are drawn first and stay straight; long ones go round them, and so do returns. */
function shortFirst(referrals: DiagramReferral[], rects: ReadonlyMap<string, Rect>): DiagramReferral[] {
  const distance = ({ from, to }: DiagramReferral) => {
    const [a, b] = [rects.get(keyOf(from)), rects.get(to)];
    if (!a || !b) return 0;
    return Math.abs(centreOf(a).x - centreOf(b).x) + Math.abs(centreOf(a).y - centreOf(b).y);
  };
  return referrals.toSorted((a, b) => distance(a) - distance(b) || Number(a.isReturn) - Number(b.isReturn));
}
