import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type Mark, type Phase, Timeline } from "@/components/ui/timeline";
import { formatDay, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";
import { phaseState } from "@/lib/programmes/period";
import type { StructurePhase } from "@/lib/programmes/structure/queries";
import type { SessionRow } from "@/lib/sessions/session-row";

export type TimelineSession = Pick<
  SessionRow,
  "id" | "title" | "ordinal" | "kind" | "startsAt" | "endsAt" | "state" | "phaseId"
>;

type Props = {
  slug: string;
  phases: StructurePhase[];
  sessions: TimelineSession[];
  at: Date /** Links to the reserved pages of sessions. */;
  inArea?: boolean;
};

/** The phases of a programme in time with the sessions in them, as far as dates are known. */
export function PhaseTimeline({ slug, phases, sessions, at, inArea }: Props) {
  const t = useTranslations("programmes.phases");
  const locale = useLocale() as Locale;
  const words = useFormatter();
  const today = romeDay(at);
  const next = sessions.find((one) => one.state === "CONVENED" && one.endsAt >= at)?.id;
  const marks = (phaseId: string | null) =>
    sessions
      .filter((one) => one.phaseId === phaseId)
      .map((one) => ({
        ...toMark(one, { slug, at, next, locale, inArea }),
        label: one.ordinal ? t("ordinal", { number: one.ordinal }) : t(`marks.${one.kind}`),
        shortWhen: words.dateTime(one.startsAt, { day: "numeric", month: "long" }),
      }));
  const rows: Phase[] = phases.map((phase) => ({
    id: phase.id,
    title: phase.code ? `${phase.code}. ${phase.title}` : phase.title,
    start: phase.begin,
    end: phase.end,
    marks: marks(phase.id),
    state: t(`states.${phaseState(phase, today)}`),
  }));
  const loose = marks(null);
  if (loose.length > 0)
    rows.push({
      id: "sessions",
      title: t("otherSessions"),
      start: spanStart(loose),
      end: null,
      marks: loose,
    });
  return <Timeline phases={rows} today={today} />;
}

type Context = { slug: string; at: Date; next: string | undefined; locale: Locale; inArea?: boolean };

function toMark(
  session: TimelineSession,
  { slug, at, next, locale, inArea }: Context,
): Omit<Mark, "label" | "shortWhen"> {
  const isHeld = session.state === "CLOSED" || session.endsAt < at;
  const ahead = session.id === next ? "next" : "ahead";
  const going = isHeld ? "held" : ahead;
  const state = session.state === "CANCELLED" ? "cancelled" : going;
  return {
    id: session.id,
    title: session.title,
    day: romeDay(session.startsAt),
    when: formatRange(session.startsAt, session.endsAt, locale),
    state,
    href: {
      pathname: inArea ? "/area/programmes/[slug]/sessions/[id]" : "/programmes/[slug]/sessions/[id]",
      params: { slug, id: session.id },
    },
  };
}

function spanStart(marks: Mark[]): Phase["start"] {
  const day = marks[0]?.day;
  return day
    ? { from: day, to: day, precision: "day", text: formatDay(new Date(`${day}T12:00:00Z`), "it") }
    : null;
}
