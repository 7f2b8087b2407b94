import { type SourceDate, showSourceDate } from "@/lib/platform/source-date";

export type PeriodWords = { noBegin: string; noEnd: string; none: string };

/** Begin and end of a programme or phase in words; says which of the two is not known. */
export function periodInWords(
  period: { begin: SourceDate | null; end: SourceDate | null },
  locale: string,
  words: PeriodWords,
): string {
  const [begin, end] = [period.begin, period.end].map((date) => (date ? showSourceDate(date, locale) : null));
  if (!begin && !end) return words.none;
  if (begin === end) return begin ?? words.none;
  return `${begin ?? words.noBegin} – ${end ?? words.noEnd}`;
}

/** Whether a phase lies behind, ahead, or cannot be placed. `today` is "YYYY-MM-DD" in Rome. */
export function phaseState(
  { begin, end }: { begin: SourceDate | null; end: SourceDate | null },
  today: string,
): "past" | "now" | "ahead" | "unknown" {
  const first = begin?.from ?? begin?.to;
  const last = end?.to ?? end?.from;
  if (last && last < today) return "past";
  if (first && first > today) return "ahead";
  return first && last ? "now" : "unknown";
}
