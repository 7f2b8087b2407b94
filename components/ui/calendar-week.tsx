import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { type CalendarEvent, EventLink, groupByDay } from "@/components/ui/calendar-grid";

type Props = {
  /** "YYYY-MM-DD" in Rome, Monday first. */
  days: string[];
  today: string;
  events: CalendarEvent[];
  /** Names of public holidays by day. */
  holidays?: Record<string, string>;
  caption: string;
  /** What stands in place of the appointments of a day without any. */
  none: string;
};

/**
 * A week as seven days side by side, below each other where there is no room. Days are headings and appointments links in
 * lists, so that it is walked by heading and by link like any page, and printed like one.
 */
export function CalendarWeek({ days, today, events, holidays = {}, caption, none }: Props) {
  const t = useTranslations("ui.calendar");
  const words = useFormatter();
  const byDay = groupByDay(events);
  const named = (iso: string, options: DateTimeFormatOptions) =>
    words.dateTime(new Date(`${iso}T12:00:00Z`), options);
  return (
    <section aria-label={caption}>
      <ol className="grid border-hairline border-t lg:grid-cols-7 lg:border-l print:grid-cols-1">
        {days.map((iso) => {
          const held = byDay.get(iso) ?? [];
          const isToday = iso === today;
          return (
            <li
              key={iso}
              aria-current={isToday ? "date" : undefined}
              className={`min-w-0 border-hairline border-b py-4 lg:min-h-72 lg:border-r lg:p-2 print:min-h-0 ${isToday ? "lg:bg-tint/40" : ""}`}
            >
              <h3 className="flex flex-wrap items-baseline gap-x-2 text-[1.0625rem] lg:block">
                <span className="inline-block first-letter:uppercase">{named(iso, { weekday: "long" })}</span>{" "}
                <time dateTime={iso} className="whitespace-nowrap font-normal">
                  {named(iso, { day: "numeric", month: "long" })}
                </time>{" "}
                {isToday ? (
                  <span className="rounded bg-action px-1.5 font-semibold text-sm text-white">
                    {t("today")}
                  </span>
                ) : null}
                {holidays[iso] ? (
                  <span className="block font-normal text-meta text-muted">{holidays[iso]}</span>
                ) : null}
              </h3>
              {held.length > 0 ? (
                <ul className="mt-2 space-y-2">
                  {held.map((event) => (
                    <li key={event.id}>
                      <EventLink event={event} detailed />
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="mt-1 text-meta text-muted lg:sr-only">{none}</p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
