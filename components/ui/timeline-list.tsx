import { useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import type { ListStep, TimelineMark, TimelinePhase } from "@/components/ui/timeline-scale";

type Linked = { href?: Href };
type Step = ListStep<TimelinePhase & Linked & { when: string; state?: string }, TimelineMark & Linked>;
type Look = "done" | "running" | "next" | "ahead" | "partial" | "unknown" | "cancelled";

/** The same path from top to bottom: what is done hangs on a line, what lies ahead on dots. */
export function TimelineList({ steps, today }: { steps: Step[]; today: string }) {
  const t = useTranslations("ui.timeline");
  const looks = steps.map((step) => lookOf(step, today));
  return (
    <ol className="mt-5">
      {steps.map(({ phase, mark }, index) => {
        const look = looks[index] ?? "ahead";
        const following = looks[index + 1];
        const href = mark ? mark.href : phase.href;
        const title = mark?.title ?? phase.title;
        return (
          <li key={mark?.id ?? phase.id} className="relative flex gap-4 pb-6 last:pb-0">
            {following ? (
              <Connector behind={isBehind(look) && isBehind(following)} leaving={isBehind(look)} />
            ) : null}
            <Node look={look} />
            <div className="min-w-0 pt-0.5">
              <p className="font-semibold text-[1.0625rem] leading-snug">
                {href ? (
                  <AppLink href={href} className="hover:underline">
                    {title}
                  </AppLink>
                ) : (
                  title
                )}
              </p>
              <p className="text-meta text-muted">
                {mark?.when ?? phase.when}
                <span className="sr-only">. {mark ? t(`marks.${mark.state}`) : phase.state}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function isBehind(look: Look): boolean {
  return look === "done" || look === "running" || look === "partial" || look === "cancelled";
}

function lookOf({ phase, mark }: Step, today: string): Look {
  if (mark) {
    const looks = { held: "done", next: "next", ahead: "ahead", cancelled: "cancelled" } as const;
    return looks[mark.state];
  }
  const start = phase.start?.from ?? phase.start?.to;
  const end = phase.end?.to ?? phase.end?.from;
  if (!start && !end) return "unknown";
  if (end && end < today) return "done";
  if (!start || start > today) return "ahead";
  return phase.start?.precision === "day" ? "running" : "partial";
}

function Connector({ behind, leaving }: { behind: boolean; leaving: boolean }) {
  return (
    <svg aria-hidden="true" width="28" className="absolute top-3.5 left-0 h-full" overflow="visible">
      {behind ? (
        <line x1="14" x2="14" y1="0" y2="100%" className="stroke-action" strokeWidth="11" />
      ) : (
        <>
          {leaving ? (
            <line
              x1="14"
              x2="14"
              y1="0"
              y2="24"
              className="stroke-action"
              strokeWidth="11"
              strokeLinecap="round"
            />
          ) : null}
          <line
            x1="14"
            x2="14"
            y1={leaving ? 40 : 22}
            y2="100%"
            className="stroke-action"
            strokeWidth="6"
            strokeLinecap="round"
            strokeDasharray="0 13"
          />
        </>
      )}
    </svg>
  );
}

function Node({ look }: { look: Look }) {
  const grey = look === "unknown" || look === "cancelled";
  return (
    <svg
      aria-hidden="true"
      width="28"
      height="28"
      className={`relative shrink-0 ${grey ? "stroke-control" : "stroke-action"}`}
    >
      <circle
        cx="14"
        cy="14"
        r="11.5"
        className="fill-paper"
        strokeWidth={look === "next" || look === "running" ? 4.5 : 2.25}
        strokeDasharray={look === "partial" || look === "unknown" ? "3 3.5" : undefined}
      />
      {look === "done" ? (
        <path
          d="M9.5 14.3l3 3.2 6-6.4"
          fill="none"
          strokeWidth="2.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
      {look === "cancelled" ? (
        <path d="M10 10l8 8m0-8l-8 8" fill="none" strokeWidth="2" strokeLinecap="round" />
      ) : null}
    </svg>
  );
}
