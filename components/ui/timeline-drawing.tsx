import { useFormatter, useTranslations } from "next-intl";
import { PathSegment } from "@/components/ui/path-segment";
import { SvgAt } from "@/components/ui/svg-at";
import type { Segment } from "@/components/ui/time-path";
import type { PlacedMark, TimelineLayout, TimelineMark, TimelinePhase } from "@/components/ui/timeline-scale";

type Layout = TimelineLayout<TimelinePhase & { when: string }, TimelineMark>;

const top = 26;
const footer = 26;

/** The drawing of the phases: places in per cent, so that letters keep their size at every width. */
export function TimelineDrawing({ layout, today }: { layout: Layout; today: string }) {
  const t = useTranslations("ui.timeline");
  const words = useFormatter();
  const { ticks, rows, height } = layout;
  const shortDay = (iso: string) => words.dateTime(atNoon(iso), { day: "numeric", month: "long" });
  return (
    <svg
      width="100%"
      height={height + footer}
      role="img"
      aria-label={t("drawing")}
      className="mt-5 overflow-visible"
    >
      {ticks.map((tick, index) => (
        <g key={tick.iso}>
          <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1={top} y2={height} className="stroke-hairline" />
          <SvgAt at={tick.at}>
            <text x="6" y="14" className="fill-muted text-sm">
              {words.dateTime(atNoon(tick.iso), tickFormat(tick, index))}
            </text>
          </SvgAt>
        </g>
      ))}
      {layout.today === null ? null : (
        <TodayLine at={layout.today} height={height} label={t("today", { date: shortDay(today) })} />
      )}
      {rows.map((row) => (
        <g key={row.phase.id}>
          <text
            x={`${row.label.at}%`}
            y={row.y - 18}
            textAnchor={row.label.anchor}
            className="fill-ink text-meta"
          >
            <tspan className="font-semibold">{row.phase.title}</tspan>
            <tspan dx="10" className="fill-muted text-sm">
              {row.phase.when}
            </tspan>
          </text>
          {row.segments.map((segment) => (
            <PathSegment key={`${segment.kind}${segment.from}`} segment={segment} y={row.y} />
          ))}
          <EndBar segments={row.segments} y={row.y} />
          {row.marks.map((mark) => (
            <MarkRing key={mark.mark.id} placed={mark} y={row.y} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A term that is known and still ahead ends in a bar. */
function EndBar({ segments, y }: { segments: Segment[]; y: number }) {
  const last = segments.findLast((segment) => segment.kind === "ahead");
  if (!last) return null;
  return (
    <line
      x1={`${last.to}%`}
      x2={`${last.to}%`}
      y1={y - 10}
      y2={y + 10}
      className="stroke-action"
      strokeWidth="3"
      strokeLinecap="round"
    />
  );
}

// Noon keeps the day in every zone the formatter may be set to.
function atNoon(iso: string): Date {
  return new Date(`${iso}T12:00:00Z`);
}

function tickFormat(tick: Layout["ticks"][number], index: number) {
  if (tick.unit === "year") return { year: "numeric" } as const;
  const withYear = index === 0 || tick.iso.slice(5, 7) === "01";
  return withYear ? ({ month: "long", year: "numeric" } as const) : ({ month: "long" } as const);
}

function TodayLine({ at, height, label }: { at: number; height: number; label: string }) {
  const width = label.length * 7 + 24;
  const shift = -width * edgeShare(at);
  return (
    <SvgAt at={at}>
      <line y1={top} y2={height} className="stroke-ink" strokeWidth="1.5" />
      <rect x={shift} y={height} width={width} height="24" rx="3" className="fill-ink" />
      <text
        x={shift + width / 2}
        y={height + 17}
        textAnchor="middle"
        className="fill-paper font-semibold text-sm"
      >
        {label}
      </text>
    </SvgAt>
  );
}

function MarkRing({ placed: { mark, at, level }, y }: { placed: PlacedMark<TimelineMark>; y: number }) {
  const label = y + 31 + level * 40;
  const off = mark.state === "cancelled";
  return (
    <SvgAt at={at}>
      {level > 0 ? <line y1={y + 12} y2={label - 14} className="stroke-hairline" /> : null}
      <circle
        cy={y}
        r={mark.state === "next" ? 11 : 10.5}
        className={`fill-paper ${off ? "stroke-control" : "stroke-action"}`}
        strokeWidth={mark.state === "next" ? 4.5 : 2.25}
      />
      {mark.state === "held" ? (
        <path
          d={`M-4.5 ${y + 0.3}l3 3.2 6-6.4`}
          fill="none"
          className="stroke-action"
          strokeWidth="2.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
      {off ? (
        <path
          d={`M-4 ${y - 4}l8 8m0-8l-8 8`}
          fill="none"
          className="stroke-control"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ) : null}
      <text y={label} textAnchor="middle" className="fill-ink font-semibold text-sm">
        {mark.label}
      </text>
      <text y={label + 18} textAnchor="middle" className="fill-muted text-age">
        {mark.shortWhen}
      </text>
    </SvgAt>
  );
}

// The label stays inside the drawing near its edges.
function edgeShare(at: number): number {
  if (at > 92) return 1;
  return at < 8 ? 0 : 0.5;
}
