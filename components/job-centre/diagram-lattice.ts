import {
  grown,
  meeting,
  type Point,
  type Rect,
  runsThrough,
  type Segment,
} from "@/components/job-centre/geometry";

export type Field = {
  xs: number[];
  ys: number[];
  /** what no line may run through */
  walls: Rect[];
  /** lines that stand already: crossed if need be, never followed */
  lines: Segment[];
};

const crossing = 60;
const following = 5000;
/** How near a line may pass by a box. */
const margin = 9;
/** Stands for several walls at once, which no line may pass. */
const several = Number.MAX_SAFE_INTEGER;

/** A piece between two neighbouring nodes: where it leads, what it costs, the wall that it touches. */
export type Edge = { node: number; price: number; wall: number | null };

/** The crossings of all lanes, numbered row by row. */
export type Lattice = {
  xs: number[];
  ys: number[];
  nodes: number;
  /** headings: 0 right, 1 down, 2 left, 3 up */
  edge(node: number, heading: number): Edge | null;
};

/** The lanes of a field with what it costs to go along each piece of them. */
export function priceLattice({ xs, ys, walls, lines }: Field): Lattice {
  const around = walls.map((wall) => grown(wall, margin));
  const columns = xs.length;
  const kept = new Map<number, Omit<Edge, "node">>();
  const lookUp = (low: number, isDown: boolean): Omit<Edge, "node"> => {
    const key = low * 2 + Number(isDown);
    const known = kept.get(key);
    if (known) return known;
    const a = at(low);
    const b = at(low + (isDown ? columns : 1));
    const made = { price: priceOf({ a, b }, lines), wall: wallOf({ a, b }, around) };
    kept.set(key, made);
    return made;
  };
  const at = (node: number): Point => ({
    x: xs[node % columns] ?? 0,
    y: ys[Math.floor(node / columns)] ?? 0,
  });
  const steps = [1, columns, -1, -columns];
  return {
    xs,
    ys,
    nodes: columns * ys.length,
    edge(node, heading) {
      const next = node + (steps[heading] ?? 0);
      const isDown = heading % 2 === 1;
      const leaves = isDown
        ? next < 0 || next >= columns * ys.length
        : Math.floor(next / columns) !== Math.floor(node / columns);
      return leaves ? null : { node: next, ...lookUp(Math.min(node, next), isDown) };
    },
  };
}

/** The node at a point that lies on two lanes. */
export function nodeAt({ xs, ys }: Lattice, { x, y }: Point): number {
  return ys.indexOf(y) * xs.length + xs.indexOf(x);
}

/** Where a node lies. */
export function pointOf({ xs, ys }: Lattice, node: number): Point {
  return { x: xs[node % xs.length] ?? 0, y: ys[Math.floor(node / xs.length)] ?? 0 };
}

function wallOf(segment: Segment, walls: Rect[]): number | null {
  const touched = walls.flatMap((wall, index) => (runsThrough(segment, wall) ? [index] : []));
  return touched.length > 1 ? several : (touched[0] ?? null);
}

function priceOf(segment: Segment, lines: Segment[]): number {
  let price = Math.abs(segment.a.x - segment.b.x) + Math.abs(segment.a.y - segment.b.y);
  for (const line of lines) {
    const met = meeting(segment, line);
    if (met === "stretch") price += following;
    // Each of the two pieces that share the crossing pays half.
    else if (met === "point") price += crossing / 2;
  }
  return price;
}
