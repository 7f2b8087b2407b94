import { addDays, addMonths, endOfMonth, format, parseISO, startOfWeek } from "date-fns";

export type CalendarDay = { iso: string; day: number; inMonth: boolean; weekend: boolean };

/** The weeks, Monday first, that show a month ("YYYY-MM"), with the days of its neighbours that fill them. */
export function weeksOf(month: string): CalendarDay[][] {
  const first = parseISO(`${month}-01`);
  const last = endOfMonth(first);
  const weeks: CalendarDay[][] = [];
  for (let monday = startOfWeek(first, { weekStartsOn: 1 }); monday <= last; monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index);
        const iso = format(day, "yyyy-MM-dd");
        return { iso, day: day.getDate(), inMonth: iso.startsWith(month), weekend: index > 4 };
      }),
    );
  return weeks;
}

/** The month `by` months away, as "YYYY-MM". */
export function monthAway(month: string, by: number): string {
  return format(addMonths(parseISO(`${month}-01`), by), "yyyy-MM");
}
