import type { Arrow } from "@/components/job-centre/diagram-layout";
import type { Point } from "@/components/job-centre/geometry";

const head = 9;
/** The frame of the chosen box reaches so far out of it. */
const frame = 6;

type Props = { arrow: Arrow; isChosen: boolean; entersChosen: boolean };

/** An arrow with its words; those from and to the chosen area stand out, returns are dotted. */
export function DiagramArrow({ arrow, isChosen, entersChosen }: Props) {
  const { points, label, isReturn } = arrow;
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return null;
  const way = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) };
  const tip = entersChosen ? back(end, way, frame) : end;
  // The line ends under the head, so that its blunt end does not show.
  const line = [...points.slice(0, -1), back(tip, way, head - 1)];
  return (
    <g>
      <path
        d={`M${line.map(({ x, y }) => `${x} ${y}`).join("L")}`}
        fill="none"
        strokeWidth={isChosen ? 3 : 1.75}
        strokeDasharray={isReturn ? "2 5" : undefined}
        strokeLinecap={isReturn ? "round" : "butt"}
        strokeLinejoin="round"
        className={isChosen ? "stroke-action" : "stroke-control"}
      />
      <path d={headAt(tip, way, isChosen ? 6 : 5)} className={isChosen ? "fill-action" : "fill-control"} />
      <text
        {...label.at}
        textAnchor={label.anchor}
        className={`text-sm ${isChosen ? "fill-link font-semibold" : "fill-muted"}`}
      >
        {label.text}
      </text>
    </g>
  );
}

function back({ x, y }: Point, way: Point, by: number): Point {
  return { x: x - way.x * by, y: y - way.y * by };
}

function headAt(tip: Point, way: Point, half: number): string {
  const base = back(tip, way, head);
  const side = { x: way.y * half, y: way.x * half };
  return `M${tip.x} ${tip.y}L${base.x + side.x} ${base.y + side.y}L${base.x - side.x} ${base.y - side.y}z`;
}
