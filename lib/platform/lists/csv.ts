import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Cell } from "@/lib/platform/lists/definition";
import { inRome } from "@/lib/platform/rome-time";

/**
 * Rows written as CSV while they come. Spreadsheets in Italian expect ";" between columns and a comma in numbers; a mark
 * at the beginning tells UTF-8; what a spreadsheet would take for a formula is told as text.
 */
export function toCsv(
  headers: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  locale: Locale,
): Readable {
  const number = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 });
  const csv = stringify({
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    columns: [...headers],
    header: true,
    cast: {
      number: (value) => number.format(value),
      date: (value) => inRome(value, "yyyy-MM-dd HH:mm"),
    },
  });
  const source = Readable.from(rows);
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return source.pipe(csv);
}
