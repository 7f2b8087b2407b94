export type Point = { x: number; y: number };
export type Rect = Point & { width: number; height: number };
export type Segment = { a: Point; b: Point };

/** Width of a letter of the arrows' words at 14 px, on the safe side. */
export const letter = 7;

/** The rectangle with a margin around it. */
export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Whether two rectangles share more than an edge. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a horizontal or vertical line runs through a rectangle, not only along its edge. */
export function runsThrough({ a, b }: Segment, rect: Rect): boolean {
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
  return left < rect.x + rect.width && right > rect.x && top < rect.y + rect.height && bottom > rect.y;
}

/** How two horizontal or vertical lines meet: not, in a point, or along a stretch. */
export function meeting(one: Segment, other: Segment): "none" | "point" | "stretch" {
  const x = sharedSpan([one.a.x, one.b.x], [other.a.x, other.b.x]);
  const y = sharedSpan([one.a.y, one.b.y], [other.a.y, other.b.y]);
  if (x === null || y === null) return "none";
  return x > 0 || y > 0 ? "stretch" : "point";
}

function sharedSpan(one: [number, number], other: [number, number]): number | null {
  const span =
    Math.min(Math.max(...one), Math.max(...other)) - Math.max(Math.min(...one), Math.min(...other));
  return span < 0 ? null : span;
}

/** The straight pieces of a path. */
export function segmentsOf(points: Point[]): Segment[] {
  return points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a ? [{ a, b }] : [];
  });
}

/** The middle of a rectangle. */
export function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The four sides of a rectangle. */
export function edgesOf({ x, y, width, height }: Rect): Segment[] {
  const [right, bottom] = [x + width, y + height];
  return segmentsOf([
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ]);
}
