import { Readable } from "node:stream";
import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import writeXlsx, { type Cell as SheetCell } from "write-excel-file/node";
import type { Actor } from "@/lib/platform/actor";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { toCsv } from "@/lib/platform/lists/csv";
import type { Cell, ExportableList } from "@/lib/platform/lists/definition";
import { recordRead } from "@/lib/platform/reads";
import { zone } from "@/lib/platform/rome-time";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file that is being written. */
export type ExportedFile = { filename: string; mimeType: string; body: Readable };

/** A sheet is put together in memory, so it has an end; the CSV has none. */
const sheetRows = 50_000;

/**
 * Writes a list out. The first page is read before anything is answered, so that a refusal is still a refusal.
 * @throws what the list's query throws
 */
export async function exportList(
  list: ExportableList,
  actor: Actor,
  options: { filters: unknown; locale: Locale; format: ExportFormat },
): Promise<ExportedFile> {
  const t = await translatorFor(options.locale, list.namespace);
  const pages = list.pages(actor, options.filters, { locale: options.locale, t });
  const first = await pages.next();
  if (list.isPersonal) {
    await recordRead(actor, {
      subject: { kind: "list", id: list.name },
      data: { format: options.format },
    });
  }
  const rows = follow(first.done ? [] : first.value, pages);
  const headers = list.headers.map(({ key }) => t(key));
  const filename = `${list.name}-${format(new TZDate(actor.at.getTime(), zone), "yyyy-MM-dd")}.${options.format}`;
  return options.format === "csv"
    ? { filename, mimeType: "text/csv; charset=utf-8", body: toCsv(headers, rows, options.locale) }
    : {
        filename,
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: await toSheet(headers, rows),
      };
}

async function* follow(first: Cell[][], rest: AsyncGenerator<Cell[][], void>): AsyncGenerator<Cell[]> {
  yield* first;
  for await (const page of rest) yield* page;
}

const inRome = (moment: Date) => new TZDate(moment.getTime(), zone);

async function toSheet(headers: string[], rows: AsyncIterable<Cell[]>): Promise<Readable> {
  const sheet: SheetCell[][] = [
    headers.map((value) => ({ type: String, value, fontWeight: "bold" as const })),
  ];
  for await (const row of rows) {
    sheet.push(row.map(toSheetCell));
    if (sheet.length > sheetRows) break;
  }
  return Readable.from(await writeXlsx(sheet, { stickyRowsCount: 1 }).toBuffer());
}

// Text is told as text, so that no spreadsheet reads a formula.
function toSheetCell(value: Cell): SheetCell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { type: Number, value };
  if (typeof value === "string") return { type: String, value: value.slice(0, 32_000) };
  // A sheet knows no zones: the clock of Rome is written as it stands.
  const { year, month, day, hours, minutes } = clockOf(value);
  return {
    type: Date,
    value: new Date(Date.UTC(year, month, day, hours, minutes)),
    format: "dd/mm/yyyy hh:mm",
  };
}

function clockOf(moment: Date) {
  const rome = inRome(moment);
  return {
    year: rome.getFullYear(),
    month: rome.getMonth(),
    day: rome.getDate(),
    hours: rome.getHours(),
    minutes: rome.getMinutes(),
  };
}
