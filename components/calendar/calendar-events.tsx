import { useTranslations } from "next-intl";
import { KindIcon } from "@/components/sessions/kind-icon";
import type { CalendarEvent } from "@/components/ui/calendar-grid";
import { FileClock } from "@/components/ui/icons";
import type { Deadline } from "@/lib/calendar/queries";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import type { SessionRow } from "@/lib/sessions/session-row";

/** What a sheet of the calendar is made from. */
export type CalendarContent = {
  now: Date;
  sessions: SessionRow[];
  deadlines?: Deadline[];
  /** where a session leads: its public page or that of its members */
  area: "public" | "reserved";
};

/** Sessions, and for members by when something is owed, as a sheet shows them: in the order of time. */
export function useCalendarEvents({ now, sessions, deadlines = [], area }: CalendarContent): CalendarEvent[] {
  const t = useTranslations();
  const held = sessions.map(
    (one): CalendarEvent => ({
      id: one.id,
      day: romeDay(one.startsAt),
      time: romeTime(one.startsAt),
      until: romeTime(one.endsAt),
      kind: t(`sessions.kind.${one.kind}`),
      icon: <KindIcon kind={one.kind} />,
      title: one.title,
      note: [one.place ?? t(`sessions.mode.${one.mode}`), one.programme.shortTitle].join(", "),
      href: {
        pathname:
          area === "public" ? "/programmes/[slug]/sessions/[id]" : "/area/programmes/[slug]/sessions/[id]",
        params: { slug: one.programme.slug, id: one.id },
      },
      past: one.endsAt < now,
      cancelled: one.state === "CANCELLED",
    }),
  );
  const owed = deadlines.map(
    (one): CalendarEvent => ({
      id: one.id,
      day: romeDay(one.dueAt),
      time: romeTime(one.dueAt),
      kind: t("calendar.deadline"),
      icon: <FileClock aria-hidden="true" />,
      title: deadlineTitle(one, t),
      note: one.programme.shortTitle,
      href: deadlineHref(one),
      tone: "centre",
      past: one.dueAt < now,
    }),
  );
  return [...held, ...owed].toSorted((a, b) => `${a.day}${a.time}`.localeCompare(`${b.day}${b.time}`));
}

/** What is owed, by whom, and whether that body was given more time. */
export function deadlineTitle(
  { title, body, isExtended }: Deadline,
  t: ReturnType<typeof useTranslations<never>>,
): string {
  if (!body) return title;
  return isExtended
    ? t("calendar.deadlineExtended", { title, body })
    : t("calendar.deadlineFor", { title, body });
}

/** The page of what is owed. */
export function deadlineHref({ kind, id, programme }: Deadline) {
  const params = { slug: programme.slug, id };
  return kind === "deliverable"
    ? ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params } as const)
    : ({ pathname: "/area/programmes/[slug]/deliverables/requests/[id]", params } as const);
}
