import { type CalendarContent, useCalendarEvents } from "@/components/calendar/calendar-events";
import { CalendarGrid } from "@/components/ui/calendar-grid";
import { daysOnSheet, holidaysAmong } from "@/lib/calendar/month";
import { romeDay } from "@/lib/platform/rome-time";

/** A month as a sheet: sessions, and for members by when something is owed. */
export function MonthSheet({ month, ...content }: CalendarContent & { month: string }) {
  return (
    <CalendarGrid
      month={month}
      today={romeDay(content.now)}
      events={useCalendarEvents(content)}
      holidays={holidaysAmong(daysOnSheet(month))}
    />
  );
}
