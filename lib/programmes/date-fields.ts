import { format, isValid, lastDayOfMonth, parse } from "date-fns";
import { it } from "date-fns/locale";
import { z } from "zod";
import {
  exactDay,
  type SourceDate,
  type SourcePrecision,
  wholeMonth,
  wholeYear,
} from "@/lib/platform/source-date";

/** A date as a form shows it: on a day, month or year; or between two; in the words of a source, or made from them. */
export type DateFields = { on?: string; from?: string; to?: string; text?: string };

type Bound = { from: string; to: string; precision: SourcePrecision };

/** "9/7/2012", "2012-07-09", "7/2012", "2012-07" or "2012" with the days that it covers; null when it is none of them. */
export function readBound(written: string): Bound | null {
  const text = written
    .trim()
    .replaceAll(/[.\s]+/g, "/")
    .replace(/^(\d{4})\/(\d{1,2})/, "$1-$2");
  for (const pattern of ["d/M/yyyy", "yyyy-MM-dd"]) {
    const day = dateOf(text, pattern);
    if (day) return { from: iso(day), to: iso(day), precision: "day" };
  }
  for (const pattern of ["M/yyyy", "yyyy-MM"]) {
    const month = dateOf(text, pattern);
    if (month) return { from: iso(month), to: iso(lastDayOfMonth(month)), precision: "month" };
  }
  const year = /^(19|20|21)\d\d$/.test(text) ? text : null;
  return year ? { from: `${year}-01-01`, to: `${year}-12-31`, precision: "year" } : null;
}

/** Form fields of a date; the result is null where no date is given. */
export const dateFieldsSchema = z
  .object({
    on: z.string().trim().max(20, "tooLong").optional(),
    from: z.string().trim().max(20, "tooLong").optional(),
    to: z.string().trim().max(20, "tooLong").optional(),
    text: z.string().trim().max(200, "tooLong").optional(),
  })
  .optional()
  .transform((fields, context): SourceDate | null => {
    const read = (name: "on" | "from" | "to") => {
      const written = fields?.[name];
      if (!written) return null;
      const bound = readBound(written);
      if (!bound) context.addIssue({ code: "custom", path: [name], message: "programmes.dateUnreadable" });
      return bound;
    };
    const [on, from, to] = [read("on"), read("from"), read("to")];
    if (on && (from || to)) {
      context.addIssue({ code: "custom", path: ["on"], message: "programmes.dateTwice" });
      return null;
    }
    if (from && to && from.from > to.to) {
      context.addIssue({ code: "custom", path: ["to"], message: "endBeforeStart" });
      return null;
    }
    return toSourceDate({ on, from, to }, fields?.text);
  });

/** The fields with which a form shows a date. */
export function toDateFields(date: SourceDate | null): DateFields {
  if (!date) return {};
  const { from, to, precision, text } = date;
  if (precision === "none") return { text };
  const show = (day: string | undefined) =>
    day && format(new Date(`${day}T12:00:00`), { day: "d/M/yyyy", month: "M/yyyy", year: "yyyy" }[precision]);
  const isOne = from !== undefined && to !== undefined && show(from) === show(to);
  const fields: DateFields = isOne ? { on: show(from) } : { from: show(from), to: show(to) };
  // Words that only repeat the date are not shown, or they would outlive a change of it.
  const made = dateFieldsSchema.safeParse(fields).data?.text;
  return made === text ? fields : { ...fields, text };
}

type Bounds = Record<"on" | "from" | "to", Bound | null>;

function toSourceDate({ on, from, to }: Bounds, text: string | undefined): SourceDate | null {
  if (on) return whole(on, text);
  if (!from && !to) return text ? { precision: "none", text } : null;
  const precision = coarser(from?.precision, to?.precision);
  return { from: from?.from, to: to?.to, precision, text: text ?? wordsFor(precision, from?.from, to?.to) };
}

function whole({ from, precision }: Bound, text: string | undefined): SourceDate {
  if (precision === "month") return wholeMonth(from.slice(0, 7), text);
  return precision === "year" ? wholeYear(Number(from.slice(0, 4)), text) : exactDay(from, text);
}

function coarser(one?: SourcePrecision, other?: SourcePrecision): SourcePrecision {
  return (["year", "month", "day"] as const).find((each) => each === one || each === other) ?? "none";
}

// A source's words are Italian, and so are those that stand in for them.
function wordsFor(precision: SourcePrecision, from?: string, to?: string): string {
  const pattern = { day: "d MMMM yyyy", month: "MMMM yyyy", year: "yyyy", none: "yyyy" }[precision];
  const show = (day: string) => format(new Date(`${day}T12:00:00`), pattern, { locale: it });
  if (from && to) return `${show(from)} - ${show(to)}`;
  return from ? `non prima di ${show(from)}` : `entro ${show(to as string)}`;
}

function dateOf(text: string, pattern: string): Date | null {
  const date = parse(text, pattern, new Date(2000, 0, 1));
  return isValid(date) && date.getFullYear() >= 1900 && date.getFullYear() < 2200 ? date : null;
}

const iso = (date: Date) => format(date, "yyyy-MM-dd");
