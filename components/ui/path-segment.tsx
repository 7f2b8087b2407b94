import { SvgAt } from "@/components/ui/svg-at";
import type { Segment } from "@/components/ui/time-path";

type Props = { segment: Segment; y: number; tone?: "action" | "approved" };

const fills = { action: "fill-action", approved: "fill-approved" };
const strokes = { action: "stroke-action", approved: "stroke-approved" };

/** One piece of the path inside an SVG whose width is 100 %: places in per cent, thickness in pixels. */
export function PathSegment({ segment, y, tone = "action" }: Props) {
  const { kind, from, to } = segment;
  const width = Math.max(0, to - from);
  // A stretch of a few days would be thinner than its own round ends: it gets the smallest pill.
  if (kind === "done" && width < 1.2)
    return (
      <SvgAt at={from}>
        <rect y={y - 6} width="12" height="12" rx="6" className={fills[tone]} />
      </SvgAt>
    );
  if (kind === "done")
    return <rect x={`${from}%`} y={y - 6} width={`${width}%`} height="12" rx="6" className={fills[tone]} />;
  if (kind === "partial")
    return (
      <rect
        x={`${from}%`}
        y={y - 6}
        width={`${width}%`}
        height="12"
        rx="6"
        fill="none"
        className={strokes[tone]}
        strokeWidth="1.75"
        strokeDasharray="3 3"
      />
    );
  if (kind === "ahead")
    return (
      <line
        x1={`${from}%`}
        x2={`${to}%`}
        y1={y}
        y2={y}
        className={strokes[tone]}
        strokeWidth="7"
        strokeLinecap="round"
        strokeDasharray="0 13"
        strokeDashoffset="-13"
      />
    );
  return <FadingDots segment={segment} y={y} />;
}

function FadingDots({ segment: { from, to, fade }, y }: { segment: Segment; y: number }) {
  const count = Math.max(3, Math.round((to - from) / 1.15));
  return Array.from({ length: count }, (_, index) => {
    const share = index / count;
    const size = 3.4 - 2.5 * (fade === "left" ? 1 - share : share);
    const at = from + ((index + 0.9) * (to - from)) / (count + 0.4);
    return <circle key={size} cx={`${at}%`} cy={y} r={size} className="fill-control" />;
  });
}
