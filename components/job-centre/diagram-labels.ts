import {
  grown,
  letter,
  overlap,
  type Point,
  type Rect,
  runsThrough,
  type Segment,
  segmentsOf,
} from "@/components/job-centre/geometry";

export type PlacedLabel = { text: string; at: Point; anchor: "start" | "middle" | "end"; rect: Rect };
type Path = { text: string; points: Point[] };

/** Height of a line at 14 px. */
const line = 18;
const shares = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];

/**
 * Words beside their lines where they touch nothing. Those with the fewest places choose first; where there is no free
 * place, the one that touches least.
 */
export function placeLabels(
  paths: Path[],
  obstacles: { boxes: Rect[]; edges: Segment[]; canvas: Rect },
): PlacedLabel[] {
  const lines = paths.flatMap(({ points }) => segmentsOf(points));
  const boxes = obstacles.boxes.map((one) => grown(one, 2));
  const faultsOf = ({ rect }: PlacedLabel) =>
    10 * boxes.filter((other) => overlap(rect, other)).length +
    5 * lines.filter((other) => runsThrough(other, rect)).length +
    obstacles.edges.filter((other) => runsThrough(other, rect)).length +
    (isInside(rect, obstacles.canvas) ? 0 : 20);
  const choices = paths.map((path, index) => ({
    index,
    places: candidates(path).map((label) => ({ label, faults: faultsOf(label) })),
  }));
  const free = (one: (typeof choices)[number]) => one.places.filter(({ faults }) => faults === 0).length;
  const placed = new Map<number, PlacedLabel>();
  for (const { index, places } of choices.toSorted((a, b) => free(a) - free(b))) {
    const others = [...placed.values()];
    const total = ({ label, faults }: (typeof places)[number]) =>
      faults + 10 * others.filter(({ rect }) => overlap(label.rect, rect)).length;
    const [best] = places.toSorted((a, b) => total(a) - total(b));
    if (best) placed.set(index, best.label);
  }
  return paths.map((path, index) => placed.get(index) ?? atStart(path));
}

function candidates({ text, points }: Path): PlacedLabel[] {
  const width = text.length * letter;
  return segmentsOf(points)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap((segment) => shares.flatMap((share) => beside(segment, { text, width, share })));
}

function beside(
  segment: Segment,
  { text, width, share }: { text: string; width: number; share: number },
): PlacedLabel[] {
  const { a, b } = segment;
  const x = a.x + (b.x - a.x) * share;
  const y = a.y + (b.y - a.y) * share;
  if (a.y === b.y) {
    // Words longer than their line would seem to belong to the next one.
    if (width > lengthOf(segment)) return [];
    return [-line - 2, 3].map((below) => ({
      text,
      at: { x, y: y + below + 13 },
      anchor: "middle",
      rect: { x: x - width / 2, y: y + below, width, height: line },
    }));
  }
  if (lengthOf(segment) < line) return [];
  const rect = { y: y - line / 2, width: width + 2, height: line };
  return [
    { text, at: { x: x + 8, y: y + 5 }, anchor: "start", rect: { ...rect, x: x + 6 } },
    { text, at: { x: x - 8, y: y + 5 }, anchor: "end", rect: { ...rect, x: x - 8 - width } },
  ];
}

function atStart({ text, points }: Path): PlacedLabel {
  const [at = { x: 0, y: 0 }] = points;
  return { text, at, anchor: "start", rect: { ...at, width: text.length * letter, height: line } };
}

function lengthOf({ a, b }: Segment): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function isInside(rect: Rect, canvas: Rect): boolean {
  return (
    rect.x >= canvas.x &&
    rect.y >= canvas.y &&
    rect.x + rect.width <= canvas.x + canvas.width &&
    rect.y + rect.height <= canvas.y + canvas.height
  );
}
