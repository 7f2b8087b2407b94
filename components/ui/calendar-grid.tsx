import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink, type Href } from "@/components/ui/app-link";
import { type CalendarDay, weeksOf } from "@/components/ui/calendar-weeks";
import { EmptyState } from "@/components/ui/empty-state";

export type CalendarEvent = {
  id: string;
  /** "YYYY-MM-DD" in Rome. */
  day: string;
  /** "10:30"; absent for a whole day. */
  time?: string;
  /** "12:30"; where it has an end, for sheets with room for it. */
  until?: string;
  /** Where, of what: for sheets with room for it. */
  note?: string;
  /** Word of its kind: "Assistenza". */
  kind: string;
  icon: ReactNode;
  title: string;
  href: Href;
  /** Blue edge for programmes, grey for job centres. */
  tone?: "programme" | "centre";
  past?: boolean;
  cancelled?: boolean;
  /** A state chip, shown in the list only. */
  chip?: ReactNode;
};

type Props = {
  /** "YYYY-MM" */
  month: string;
  /** "YYYY-MM-DD" in Rome. */
  today: string;
  events: CalendarEvent[];
  /** Names of public holidays by day. */
  holidays?: Record<string, string>;
};

/** A month: a grid from 640 px, the days that hold something as a list below. */
export function CalendarGrid({ month, today, events, holidays = {} }: Props) {
  const t = useTranslations("ui.calendar");
  const words = useFormatter();
  const weeks = weeksOf(month);
  const byDay = groupByDay(events);
  const named = (iso: string, options: DateTimeFormatOptions) =>
    words.dateTime(new Date(`${iso}T12:00:00Z`), options);
  const caption = t("caption", { month: named(`${month}-01`, { month: "long", year: "numeric" }) });
  return (
    <>
      <table className="hidden w-full table-fixed border-collapse border border-control text-left sm:table">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {weeks[0]?.map((day) => (
            <col key={day.iso} className={day.weekend ? "w-[11%]" : "w-[15.6%]"} />
          ))}
        </colgroup>
        <thead>
          <tr className="border-control border-b bg-ground">
            {weeks[0]?.map((day) => (
              <th
                key={day.iso}
                scope="col"
                className="border-hairline border-l px-2.5 py-2 font-semibold text-meta first:border-l-0"
              >
                <span aria-hidden="true" className="lg:hidden">
                  {named(day.iso, { weekday: "short" })}
                </span>
                <span className="max-lg:sr-only">{named(day.iso, { weekday: "long" })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.iso}>
              {week.map((day) => (
                <DayCell
                  key={day.iso}
                  day={day}
                  isToday={day.iso === today}
                  events={byDay.get(day.iso) ?? []}
                  holiday={holidays[day.iso]}
                  monthName={named(day.iso, { month: "long" })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="sm:hidden">
        {events.length === 0 ? <EmptyState title={t("none")} /> : null}
        {[...byDay]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([iso, held]) => (
            <section key={iso} className="border-hairline border-b py-4">
              <h3 className="flex flex-wrap items-baseline gap-x-2 text-[1.0625rem]">
                {named(iso, { weekday: "long", day: "numeric", month: "long" })}
                {iso === today ? (
                  <span className="rounded bg-action px-1.5 font-semibold text-sm text-white">
                    {t("today")}
                  </span>
                ) : null}
                {holidays[iso] ? (
                  <span className="font-normal text-meta text-muted">{holidays[iso]}</span>
                ) : null}
              </h3>
              <ul className="mt-2 space-y-2">
                {held.map((event) => (
                  <li key={event.id}>
                    <EventLink event={event} large />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  );
}

type DayProps = {
  day: CalendarDay;
  isToday: boolean;
  events: CalendarEvent[];
  holiday?: string;
  monthName: string;
};

function DayCell({ day, isToday, events, holiday, monthName }: DayProps) {
  const t = useTranslations("ui.calendar");
  const { ground, number } = dayLook(day, isToday);
  const note = isToday ? t("today") : (holiday ?? (day.day === 1 ? monthName : ""));
  return (
    <td
      aria-current={isToday ? "date" : undefined}
      className={`h-28 border border-hairline p-1.5 align-top ${ground}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 px-1">
        <time dateTime={day.iso} className={number}>
          {day.day}
        </time>
        {note ? (
          <span className={`text-age ${isToday ? "font-semibold text-link" : "text-muted"}`}>{note}</span>
        ) : null}
      </p>
      {events.length > 0 ? (
        <ul className="mt-1 space-y-1">
          {events.map((event) => (
            <li key={event.id}>
              <EventLink event={event} />
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}

type LinkProps = { event: CalendarEvent; large?: boolean; detailed?: boolean };

/** An appointment as a link; `detailed` with its end and where it is. */
export function EventLink({ event, large, detailed }: LinkProps) {
  const t = useTranslations("ui.calendar");
  const time = detailed && event.until ? `${event.time}-${event.until}` : event.time;
  return (
    <AppLink
      href={event.href}
      className={`block rounded-sm border-l-4 leading-tight no-underline hover:underline ${eventLook(event)} ${large ? "px-3 py-2 text-base" : "px-1.5 py-1 text-sm"}`}
    >
      <span className="flex flex-wrap items-center gap-x-1.5 text-age text-muted [&_svg]:size-4 [&_svg]:shrink-0">
        {event.icon}
        {time ? <b className={event.past ? "font-semibold" : "font-bold text-ink"}>{time}</b> : null}
        <span>{event.kind}</span>
        {event.past ? <span className="sr-only">({t("past")})</span> : null}
      </span>
      <span
        className={`block [overflow-wrap:anywhere] ${event.past ? "" : "font-semibold"} ${event.cancelled ? "line-through" : ""}`}
      >
        {event.title}
      </span>
      {detailed && event.note ? <span className="block text-muted text-sm">{event.note}</span> : null}
      {event.cancelled ? <span className="block font-semibold text-late">{t("cancelled")}</span> : null}
      {large ? event.chip : null}
    </AppLink>
  );
}

function eventLook({ tone, past, cancelled }: CalendarEvent): string {
  const centre = tone === "centre";
  if (past || cancelled) {
    return `border border-hairline bg-paper ${centre ? "border-l-control" : "border-l-edge"} text-muted`;
  }
  return centre ? "bg-quiet border-l-todo text-ink" : "bg-tint border-l-action text-link";
}

function dayLook(day: CalendarDay, isToday: boolean): { ground: string; number: string } {
  if (isToday)
    return {
      ground: "bg-paper outline-2 outline-action -outline-offset-2",
      number: "rounded bg-action px-1.5 font-semibold text-white",
    };
  return {
    ground: day.weekend ? "bg-ground/60" : "",
    number: day.inMonth ? "font-semibold" : "text-muted",
  };
}

/** Appointments by their day, in the order given. */
export function groupByDay(events: CalendarEvent[]): Map<string, CalendarEvent[]> {
  const days = new Map<string, CalendarEvent[]>();
  for (const event of events) days.set(event.day, [...(days.get(event.day) ?? []), event]);
  return days;
}
