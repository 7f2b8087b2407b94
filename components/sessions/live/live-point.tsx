import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { LiveActs, PointPlace } from "@/components/sessions/live/place";
import { PointNotes } from "@/components/sessions/live/point-notes";
import { PointTime } from "@/components/sessions/live/point-time";
import { QuickForms } from "@/components/sessions/live/quick-forms";
import { DecisionItem } from "@/components/sessions/minutes/decision-item";
import { TaskItem } from "@/components/sessions/minutes/task-item";
import { AppLink } from "@/components/ui/app-link";
import { Check, CirclePlay, Plus, RotateCcw } from "@/components/ui/icons";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { LiveView, LivePoint as Point } from "@/lib/sessions/live/queries";

export type PointProps = {
  point: Point;
  /** the one that is due to be started */
  isNext: boolean;
  place: PointPlace;
  now: Date;
  /** its day has passed, or it was closed: what was not dealt with will not be */
  isOver: boolean;
  may: LiveView["may"];
  owners: LiveView["owners"];
  keys: { decision: string; task: string };
  acts: LiveActs;
};

const tones = { waiting: "todo", running: "running", done: "approved" } as const satisfies Record<
  Point["time"]["state"],
  StateTone
>;

/** A point on the day: its time and buttons, and for those who write its notes, decisions and tasks. */
export function LivePoint(props: PointProps) {
  const { point, may, now, isOver } = props;
  const { state } = point.time;
  const t = useTranslations("live.points");
  const isOpening = point.item === "opening";
  const isRunning = state === "running";
  const title = isOpening ? t("opening") : point.title;
  return (
    <li
      id={`point-${point.item}`}
      aria-current={isRunning ? "step" : undefined}
      className={`scroll-mt-24 space-y-4 border-hairline border-b py-5 ${isRunning ? "border-l-4 border-l-action bg-paper pl-4 sm:pl-5" : ""}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-60 space-y-1">
          {isOpening ? null : (
            <StateChip tone={tones[state]}>{t(isOver && state === "waiting" ? "left" : state)}</StateChip>
          )}
          <h3 className="measure text-h3">{title}</h3>
          {point.owner ? <p className="text-meta text-muted">{point.owner}</p> : null}
          {isOpening ? <p className="text-meta text-muted">{t("openingNote")}</p> : null}
        </div>
        {isOpening ? null : (
          <div className="flex min-w-48 flex-wrap items-start justify-between gap-x-6 gap-y-2 sm:flex-col sm:items-end sm:text-right">
            <PointTime point={point} now={now} />
            {may.start ? <RunButton {...props} title={title} /> : null}
          </div>
        )}
      </div>
      <Writing {...props} title={title} />
    </li>
  );
}

/** One button in one place, so that the focus stays on it: start, end, take up again. */
function RunButton({ point, isNext, place, acts, title }: PointProps & { title: string }) {
  const t = useTranslations("live.points");
  const looks = {
    waiting: { label: t("start"), icon: <CirclePlay /> },
    running: { label: t("end"), icon: <Check /> },
    done: { label: t("resume"), icon: <RotateCcw /> },
  };
  const { state } = point.time;
  return (
    <ActionForm
      action={state === "running" ? acts.end : acts.start}
      id={`run-${point.item}`}
      hidden={{ id: place.id, item: point.item }}
      className="no-print space-y-2"
    >
      <SubmitButton size={40} variant={isNext ? "primary" : "outline"} icon={looks[state].icon}>
        {looks[state].label}
        <span className="sr-only"> {title}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function Writing({ point, place, now, may, owners, keys, acts, title }: PointProps & { title: string }) {
  const t = useTranslations("live.points");
  const { written, item } = point;
  if (!written) return null;
  return (
    <>
      <PointNotes
        point={{ ...point, written }}
        place={place}
        title={title}
        now={now}
        mayWrite={may.write}
        keep={acts.keep}
      />
      <Decided written={written} slug={place.slug} />
      {may.write && point.isOpen ? (
        <QuickForms item={item} title={title} place={place} owners={owners} keys={keys} acts={acts} />
      ) : null}
      {may.write && !point.isOpen ? (
        <p className="no-print">
          <AppLink
            href={{
              url: `?point=${item}#point-${item}`,
            }}
            className="inline-flex min-h-6 items-center gap-2 font-semibold [&_svg]:size-5"
          >
            <Plus />
            {t("write")}
            <span className="sr-only"> {title}</span>
          </AppLink>
        </p>
      ) : null}
    </>
  );
}

function Decided({ written, slug }: { written: NonNullable<Point["written"]>; slug: string }) {
  const t = useTranslations("live.quick");
  const { decisions, tasks } = written;
  if (decisions.length + tasks.length === 0) return null;
  return (
    <ul aria-label={t("written")} className="space-y-3">
      {decisions.map((one) => (
        <DecisionItem key={one.id} decision={one} slug={slug} />
      ))}
      {tasks.map((one) => (
        <TaskItem key={one.id} task={one} />
      ))}
    </ul>
  );
}
