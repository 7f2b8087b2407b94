import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Value = string | number | boolean | Date | null | object;

/** Rows of one table, made while they are sent. */
export type Load = { table: string; columns: readonly string[]; rows: Iterable<readonly Value[]> };

const chunk = 128 * 1024;

/** Sends rows by COPY: every constraint, trigger and index of the table applies. @returns how many */
export async function copyRows(client: pg.Client, { table, columns, rows }: Load): Promise<number> {
  let count = 0;
  function* lines(): Generator<string> {
    let buffer = "";
    for (const row of rows) {
      count += 1;
      buffer += `${row.map(field).join("\t")}\n`;
      if (buffer.length < chunk) continue;
      yield buffer;
      buffer = "";
    }
    if (buffer) yield buffer;
  }
  const names = columns.map((name) => `"${name}"`).join(", ");
  const target = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN`));
  await pipeline(Readable.from(lines()), target);
  return count;
}

function field(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
