import {
  type Field,
  type Lattice,
  nodeAt,
  pointOf,
  priceLattice,
} from "@/components/job-centre/diagram-lattice";
import type { Point, Rect } from "@/components/job-centre/geometry";

/** Places on an edge of a box where a line may begin or end, and which way is out. */
export type Port = { at: Point; out: Direction; cost: number };
export type Direction = "right" | "down" | "left" | "up";
/** A box with those of its ports that are free. */
export type Terminal = { box: Rect; ports: Port[] };

const bend = 40;
const headings: Direction[] = ["right", "down", "left", "up"];

type State = { node: number; heading: number; cost: number; guess: number; before: State | null };
type Search = {
  lattice: Lattice;
  /** position of the box that a line leaves and of the one that it enters among the walls */
  from: number;
  to: number;
  goals: ReadonlyMap<number, Port>;
};

/** The cheapest orthogonal way from a port of one box to a port of the other, by its corners; null where there is none. */
export function route(field: Field, from: Terminal, to: Terminal): Point[] | null {
  const lattice = priceLattice(field);
  const search: Search = {
    lattice,
    from: field.walls.indexOf(from.box),
    to: field.walls.indexOf(to.box),
    goals: new Map(to.ports.map((port) => [nodeAt(lattice, port.at), port])),
  };
  const best = new Float64Array(lattice.nodes * headings.length).fill(Number.POSITIVE_INFINITY);
  const queue: State[] = [];
  const push = (state: State) => {
    const key = state.node * headings.length + state.heading;
    if ((best[key] ?? 0) <= state.cost) return;
    best[key] = state.cost;
    insert(queue, { ...state, guess: state.cost + distance(pointOf(lattice, state.node), to.box) });
  };
  for (const { at, out, cost } of from.ports)
    push({ node: nodeAt(lattice, at), heading: headings.indexOf(out), cost, guess: 0, before: null });
  for (let state = queue.pop(); state; state = queue.pop()) {
    if (state.before && search.goals.has(state.node)) return corners(state, lattice);
    for (const next of stepsFrom(state, search)) push(next);
  }
  return null;
}

function stepsFrom(state: State, search: Search): State[] {
  const { lattice, goals } = search;
  // Out of a box a line leaves straight; nowhere does it turn back.
  const ways = state.before
    ? [state.heading, (state.heading + 1) % 4, (state.heading + 3) % 4]
    : [state.heading];
  return ways.flatMap((heading): State[] => {
    const edge = lattice.edge(state.node, heading);
    if (!edge) return [];
    const goal = goals.get(edge.node);
    if (goal && headings.indexOf(goal.out) !== (heading + 2) % 4) return [];
    const left = state.before ? null : search.from;
    const own = goal ? search.to : left;
    if (edge.wall !== null && edge.wall !== own) return [];
    // Of two equal ways the one that turns sooner: it leaves the further lanes to lines from further off.
    const turn = heading === state.heading ? 0 : bend + state.cost / 1000;
    const cost = state.cost + edge.price + turn + (goal?.cost ?? 0);
    return [{ node: edge.node, heading, cost, guess: 0, before: state }];
  });
}

/** Never more than what is left to go. */
function distance({ x, y }: Point, rect: Rect): number {
  const across = Math.max(rect.x - x, 0, x - rect.x - rect.width);
  const down = Math.max(rect.y - y, 0, y - rect.y - rect.height);
  return across + down;
}

/** Keeps the most promising state last; equal ones in the order in which they came. */
function insert(queue: State[], state: State): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.guess ?? 0) > state.guess) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, state);
}

function corners(last: State, lattice: Lattice): Point[] {
  const points: Point[] = [pointOf(lattice, last.node)];
  for (let state = last; state.before; state = state.before)
    if (!state.before.before || state.before.heading !== state.heading)
      points.unshift(pointOf(lattice, state.before.node));
  return points;
}
