import { useLocale, useTranslations } from "next-intl";
import { CalendarToolbar } from "@/components/ui/calendar-toolbar";
import { monthAway } from "@/components/ui/calendar-weeks";
import { CalendarDays, List } from "@/components/ui/icons";
import type { CalendarQuery } from "@/lib/calendar/schema";
import { formatMonth } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { romeInstant } from "@/lib/platform/rome-time";

type Props = { pathname: "/calendar" | "/area/calendar"; query: CalendarQuery & { month: string } };

/** The month, the ways to others, month or list; filters stay as they are. */
export function CalendarBar({ pathname, query }: Props) {
  const t = useTranslations("calendar.views");
  const locale = useLocale() as Locale;
  const { month, view, programme, kind, mode } = query;
  const to = (change: { month?: string; view?: string }) => ({
    pathname,
    query: given({ month, view: view === "list" ? "list" : undefined, programme, kind, mode, ...change }),
  });
  return (
    <CalendarToolbar
      title={formatMonth(romeInstant(`${month}-01`, "12:00"), locale)}
      previous={to({ month: monthAway(month, -1) })}
      next={to({ month: monthAway(month, 1) })}
      thisMonth={to({ month: undefined })}
      views={[
        {
          href: to({ view: undefined }),
          label: t("month"),
          icon: <CalendarDays />,
          current: view === "month",
        },
        { href: to({ view: "list" }), label: t("list"), icon: <List />, current: view === "list" },
      ]}
    />
  );
}
