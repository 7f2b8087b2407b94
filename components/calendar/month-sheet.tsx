import { useTranslations } from "next-intl";
import { KindIcon } from "@/components/sessions/kind-icon";
import { type CalendarEvent, CalendarGrid } from "@/components/ui/calendar-grid";
import { FileClock } from "@/components/ui/icons";
import { daysOnSheet, holidaysAmong } from "@/lib/calendar/month";
import type { Deadline } from "@/lib/calendar/queries";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import type { SessionRow } from "@/lib/sessions/session-row";

type Props = {
  month: string;
  now: Date;
  sessions: SessionRow[];
  deadlines?: Deadline[];
  /** where a session leads: its public page or that of its members */
  area: "public" | "reserved";
};

/** A month as a sheet: sessions, and for members by when something is owed. */
export function MonthSheet({ month, now, sessions, deadlines = [], area }: Props) {
  const t = useTranslations();
  const held = sessions.map(
    (one): CalendarEvent => ({
      id: one.id,
      day: romeDay(one.startsAt),
      time: romeTime(one.startsAt),
      kind: t(`sessions.kind.${one.kind}`),
      icon: <KindIcon kind={one.kind} />,
      title: one.title,
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
      title: one.body ? t("calendar.deadlineFor", { title: one.title, body: one.body }) : one.title,
      href: deadlineHref(one),
      tone: "centre",
      past: one.dueAt < now,
    }),
  );
  const events = [...held, ...owed].toSorted((a, b) =>
    `${a.day}${a.time}`.localeCompare(`${b.day}${b.time}`),
  );
  return (
    <CalendarGrid
      month={month}
      today={romeDay(now)}
      events={events}
      holidays={holidaysAmong(daysOnSheet(month))}
    />
  );
}

/** The page of what is owed. */
export function deadlineHref({ kind, id, programme }: Deadline) {
  const params = { slug: programme.slug, id };
  return kind === "deliverable"
    ? ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params } as const)
    : ({ pathname: "/area/programmes/[slug]/deliverables/requests/[id]", params } as const);
}
