import { useLocale, useTranslations } from "next-intl";
import { CalendarToolbar } from "@/components/ui/calendar-toolbar";
import { monthAway } from "@/components/ui/calendar-weeks";
import { CalendarDays, CalendarRange, List } from "@/components/ui/icons";
import { daysOfWeek, weekAway } from "@/lib/calendar/month";
import type { CalendarQuery, ShownCalendar } from "@/lib/calendar/schema";
import { formatDays, formatMonth } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { romeInstant } from "@/lib/platform/rome-time";

type Props = { pathname: "/calendar" | "/area/calendar"; query: ShownCalendar };

const noon = (day: string) => romeInstant(day, "12:00");

/** The month or week, the ways to others, and the three ways to see it; filters stay as they are. */
export function CalendarBar({ pathname, query }: Props) {
  const t = useTranslations("calendar.views");
  const locale = useLocale() as Locale;
  const { month, week, view, programme, body, kind, mode, mine } = query;
  const filters = { programme, body, kind, mode, mine };
  const to = (shown: Pick<CalendarQuery, "month" | "week"> & { view?: "week" | "list" }) => ({
    pathname,
    query: given({ ...shown, ...filters }),
  });
  // From a week to the month in which it begins, from a month to its first week.
  const monthOfWeek = view === "week" ? week.slice(0, 7) : month;
  const firstWeek = view === "week" ? week : `${month}-01`;
  const views = [
    { view: "month", href: to({ month: monthOfWeek }), icon: <CalendarDays /> },
    { view: "week", href: to({ week: firstWeek, view: "week" }), icon: <CalendarRange /> },
    { view: "list", href: to({ month: monthOfWeek, view: "list" }), icon: <List /> },
  ] as const;
  const ways = {
    views: views.map(({ view: name, href, icon }) => ({
      href,
      icon,
      label: t(name),
      current: name === view,
    })),
  };
  if (view === "week") {
    return (
      <CalendarToolbar
        {...ways}
        title={formatDays(noon(week), noon(daysOfWeek(week)[6] ?? week), locale)}
        previous={to({ week: weekAway(week, -1), view })}
        next={to({ week: weekAway(week, 1), view })}
        now={to({ view })}
        labels={{ previous: t("previousWeek"), next: t("nextWeek") }}
      />
    );
  }
  const list = view === "list" ? ({ view } as const) : {};
  return (
    <CalendarToolbar
      {...ways}
      title={formatMonth(noon(`${month}-01`), locale)}
      previous={to({ month: monthAway(month, -1), ...list })}
      next={to({ month: monthAway(month, 1), ...list })}
      now={to(list)}
      labels={{ previous: t("previousMonth"), next: t("nextMonth") }}
    />
  );
}
