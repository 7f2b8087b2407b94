import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink, addressOf, type Href } from "@/components/ui/app-link";
import {
  type AxisLayout,
  type AxisProgramme,
  type AxisRow,
  layoutAxis,
  spreadStair,
} from "@/components/ui/axis-layout";
import { AxisList } from "@/components/ui/axis-list";
import { DataTable } from "@/components/ui/data-table";
import { PathSegment } from "@/components/ui/path-segment";
import { SvgAt } from "@/components/ui/svg-at";

export type AxisEntry = AxisProgramme & {
  href: Href;
  /** Its state in words, shown when it runs and in the table. */
  state: string;
  running?: boolean;
};

type Props = {
  programmes: AxisEntry[];
  /** "YYYY-MM-DD" in Rome. */
  today: string;
  /** From this day the dots are a full line: the first adhesion without an end. */
  lineFrom?: string;
  /** Title, lead and buttons: they stand in the empty corner of the stair. */
  children: ReactNode;
  /** Heading of the list below 1024 px. */
  listTitle: string;
};

const below = 56;
// Words stay readable where a thin line passes behind them.
const halo = "stroke-4 stroke-ground [paint-order:stroke]";

/** The programmes from the first to today: a stair above an axis from 1024 px, a vertical path below, a table for all. */
export function ProgrammeAxis({ programmes, today, lineFrom, children, listTitle }: Props) {
  const t = useTranslations("ui.axis");
  const words = useFormatter();
  const entries = programmes.map((programme) => ({ ...programme, ongoing: programme.running }));
  const layout = layoutAxis(entries, today, lineFrom);
  if (!layout) return <div className="py-12">{children}</div>;
  const note = lineFrom
    ? t("note", {
        month: words.dateTime(new Date(`${lineFrom}T12:00:00Z`), { month: "long", year: "numeric" }),
      })
    : t("noteDots");
  return (
    <div className="pt-8 pb-6 lg:pt-14">
      <div className="grid lg:*:[grid-area:1/1]">
        <div className="relative z-10 max-w-[40rem] lg:pointer-events-none lg:[&_a]:pointer-events-auto">
          {children}
        </div>
        <AxisDrawing layout={layout} today={today} />
      </div>
      <div className="mt-10 lg:hidden">
        <h2 className="text-h3">{listTitle}</h2>
        <AxisList layout={layout} />
      </div>
      <details className="mt-4">
        <summary className="no-marker text-meta text-muted">
          <span className="max-lg:hidden">{note} </span>
          <span className="font-semibold text-link">{t("table")}</span>
        </summary>
        <div className="mt-4 text-base">
          <DataTable
            caption={t("caption", { from: layout.dots[0]?.year ?? "" })}
            rows={layout.rows}
            rowKey={(row) => row.programme.id}
            columns={[
              {
                key: "programme",
                header: t("programme"),
                rowHeader: true,
                cell: ({ programme }) => <AppLink href={programme.href}>{programme.title}</AppLink>,
              },
              { key: "when", header: t("when"), cell: ({ programme }) => programme.when },
              { key: "state", header: t("state"), cell: ({ programme }) => programme.state },
            ]}
          />
        </div>
      </details>
    </div>
  );
}

function AxisDrawing({ layout, today }: { layout: AxisLayout<AxisEntry>; today: string }) {
  const t = useTranslations("ui.axis");
  const words = useFormatter();
  const { depth: axis, rows } = spreadStair(layout.rows);
  const date = words.dateTime(new Date(`${today}T12:00:00Z`), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return (
    <svg
      width="100%"
      height={axis + below}
      aria-label={t("caption", { from: layout.dots[0]?.year ?? "" })}
      className="hidden self-end overflow-visible lg:block"
    >
      {rows.map((row) => (
        <line
          key={row.programme.id}
          x1={`${row.at}%`}
          x2={`${row.at}%`}
          y1={axis - row.rise + 12}
          y2={axis - 14}
          className="stroke-[#b9c6d2]"
        />
      ))}
      {layout.dots
        .filter((dot) => layout.line === null || dot.at < layout.line - 0.6)
        .map((dot) => (
          <circle key={dot.year} cx={`${dot.at}%`} cy={axis} r={dot.radius} className="fill-action" />
        ))}
      {layout.line === null ? null : (
        <rect
          x={`${layout.line}%`}
          y={axis - 8.5}
          width={`${layout.today - layout.line}%`}
          height="17"
          rx="8.5"
          className="fill-action"
        />
      )}
      <SvgAt at={layout.today}>
        <circle
          cx="-9"
          cy={axis}
          r={layout.line === null ? 8.5 : 4}
          className={layout.line === null ? "fill-action" : "fill-paper"}
        />
        {layout.line === null ? <circle cx="-9" cy={axis} r="4" className="fill-paper" /> : null}
      </SvgAt>
      {layout.dots
        .filter((dot) => dot.labelled)
        .map((dot) => (
          <text
            key={dot.year}
            x={`${dot.at}%`}
            y={axis + 34}
            textAnchor="middle"
            className="fill-muted text-meta"
          >
            {dot.year}
          </text>
        ))}
      <text x="100%" y={axis + 34} textAnchor="end" className="fill-ink font-bold text-meta">
        {t("today", { date })}
      </text>
      {rows.map((row) => (
        <Step key={row.programme.id} row={row} y={axis - row.rise} />
      ))}
    </svg>
  );
}

function Step({ row: { programme, segments, label }, y }: { row: AxisRow<AxisEntry>; y: number }) {
  const locale = useLocale();
  const left = label.side === "left";
  const anchor = left ? "end" : "start";
  const shift = left ? -14 : 14;
  return (
    <g>
      {segments.map((segment) => (
        <PathSegment
          key={`${segment.kind}${segment.from}`}
          segment={segment}
          y={y}
          tone={programme.running ? "approved" : "action"}
        />
      ))}
      <a href={addressOf(programme.href, locale)} className="[&:hover_text]:underline">
        <text
          x={`${label.at}%`}
          dx={shift}
          y={y + 4}
          textAnchor={anchor}
          className={`fill-link font-semibold text-base ${halo}`}
        >
          {programme.title}
        </text>
      </a>
      <text
        x={`${label.at}%`}
        dx={shift}
        y={y + 25}
        textAnchor={anchor}
        className={`fill-muted text-sm ${halo}`}
      >
        {programme.running ? <tspan className="fill-approved font-semibold">{programme.state}</tspan> : null}
        <tspan dx={programme.running ? 8 : undefined}>{programme.when}</tspan>
      </text>
    </g>
  );
}
