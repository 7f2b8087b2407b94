import { useLocale, useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { PathSegment } from "@/components/ui/path-segment";
import { TimelineDrawing } from "@/components/ui/timeline-drawing";
import { TimelineList } from "@/components/ui/timeline-list";
import {
  layoutTimeline,
  type TimelineMark,
  type TimelinePhase,
  timelineSteps,
} from "@/components/ui/timeline-scale";
import { showSourceDate } from "@/lib/platform/source-date";

export type Mark = TimelineMark & { href?: Href };
export type Phase = Omit<TimelinePhase, "marks"> & {
  href?: Href;
  marks?: Mark[];
  /** Words for its state in list and table; the drawing tells it by its path. */
  state?: string;
};

type Props = {
  phases: Phase[];
  /** "YYYY-MM-DD" in Rome. */
  today: string;
  /** Draws on the page only the list, for narrow columns. */
  listOnly?: boolean;
};

/** Phases and sessions in time: a drawing from 1024 px, a list below, the same facts as a table for all. */
export function Timeline({ phases, today, listOnly }: Props) {
  const t = useTranslations("ui.timeline");
  const locale = useLocale();
  const named = phases.map((phase) => ({ ...phase, when: phase.when ?? whenOf(phase, locale, t) }));
  const layout = listOnly ? null : layoutTimeline(named, today);
  const steps = timelineSteps(named);
  const list = <TimelineList steps={steps} today={today} />;
  if (!layout) return list;
  return (
    <>
      <div className="hidden lg:block print:hidden">
        <TimelineDrawing layout={layout} today={today} />
        <Legend />
        <details className="mt-4">
          <summary className="inline-block py-1 font-semibold text-link text-meta">{t("list")}</summary>
          <div className="mt-2 text-base">
            <DataTable
              caption={t("caption")}
              hiddenCaption
              rows={steps}
              rowKey={({ phase, mark }) => mark?.id ?? phase.id}
              columns={[
                {
                  key: "what",
                  header: t("what"),
                  rowHeader: true,
                  cell: ({ phase, mark }) => (
                    <Named title={mark?.title ?? phase.title} href={mark ? mark.href : phase.href} />
                  ),
                },
                { key: "when", header: t("when"), cell: ({ phase, mark }) => mark?.when ?? phase.when },
                {
                  key: "state",
                  header: t("state"),
                  cell: ({ phase, mark }) => (mark ? t(`marks.${mark.state}`) : phase.state),
                },
              ]}
            />
          </div>
        </details>
      </div>
      <div className="lg:hidden print:block">{list}</div>
    </>
  );
}

function Named({ title, href }: { title: string; href?: Href }) {
  return href ? <AppLink href={href}>{title}</AppLink> : title;
}

function whenOf(phase: Phase, locale: string, t: (key: "noStart" | "noEnd" | "unknown") => string): string {
  const [start, end] = [phase.start, phase.end].map((date) => (date ? showSourceDate(date, locale) : ""));
  if (!start && !end) return t("unknown");
  if (start === end) return start ?? "";
  return `${start || t("noStart")} – ${end || t("noEnd")}`;
}

function Legend() {
  const t = useTranslations("ui.timeline");
  const kinds = [
    { kind: "done", label: t("done") },
    { kind: "ahead", label: t("ahead") },
    { kind: "partial", label: t("partial") },
    { kind: "unknown", label: t("unknown") },
  ] as const;
  return (
    <ul className="mt-5 flex flex-wrap gap-x-8 gap-y-2 text-meta">
      {kinds.map(({ kind, label }) => (
        <li key={kind} className="flex items-center gap-2.5">
          <svg width="46" height="14" aria-hidden="true">
            {kind === "unknown" ? (
              [3.4, 2.6, 1.7, 0.9].map((r, index) => (
                <circle key={r} cx={5 + index * 12} cy="7" r={r} className="fill-control" />
              ))
            ) : (
              <PathSegment segment={{ kind, from: kind === "ahead" ? -20 : 2, to: 98 }} y={7} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
