import type { CalendarContent } from "@/components/calendar/calendar-events";
import { CalendarLegend } from "@/components/calendar/calendar-legend";
import { MonthList } from "@/components/calendar/month-list";
import { MonthSheet } from "@/components/calendar/month-sheet";
import { WeekSheet } from "@/components/calendar/week-sheet";
import type { ShownCalendar } from "@/lib/calendar/schema";

type Props = { query: ShownCalendar; content: CalendarContent; isFiltered: boolean };

/** The days that were asked for, as a month, a week or a list. */
export function CalendarSheet({ query, content, isFiltered }: Props) {
  if (query.view === "list") return <MonthList {...content} month={query.month} isFiltered={isFiltered} />;
  return (
    <>
      {query.view === "week" ? (
        <WeekSheet {...content} week={query.week} />
      ) : (
        <MonthSheet {...content} month={query.month} />
      )}
      <CalendarLegend withDeadlines={content.area === "reserved"} />
    </>
  );
}
