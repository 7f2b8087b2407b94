import { useLocale, useTranslations } from "next-intl";
import { type CalendarContent, useCalendarEvents } from "@/components/calendar/calendar-events";
import { CalendarWeek } from "@/components/ui/calendar-week";
import { daysOfWeek, holidaysAmong } from "@/lib/calendar/month";
import { formatDays } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";

/** A week, day by day: sessions with their hours and places, and for members by when something is owed. */
export function WeekSheet({ week, ...content }: CalendarContent & { week: string }) {
  const t = useTranslations("calendar");
  const locale = useLocale() as Locale;
  const days = daysOfWeek(week);
  const events = useCalendarEvents(content);
  const noon = (day: string | undefined) => romeInstant(day ?? week, "12:00");
  const named = formatDays(noon(days[0]), noon(days.at(-1)), locale);
  return (
    <div className="space-y-4">
      {events.length === 0 ? <p>{t("emptyWeek", { days: named })}</p> : null}
      <CalendarWeek
        days={days}
        today={romeDay(content.now)}
        events={events}
        holidays={holidaysAmong(days)}
        caption={t("weekCaption", { days: named })}
        none={t("weekNone")}
      />
    </div>
  );
}
