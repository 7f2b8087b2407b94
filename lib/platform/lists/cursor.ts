import { z } from "zod";

/** The place after a row in a list ordered by time and identifier, both falling. */
export type Cursor = { at: Date; id: string };

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** A cursor as an address bears it: opaque, letters and digits only. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** A cursor from an address; undefined when there is none or it was made up: the list then begins at its beginning. */
export function readCursor(text: string | null | undefined): Cursor | undefined {
  if (!text || text.length > 200 || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    return undefined;
  }
}

type Condition = Record<string, unknown>;
type Keyset = { AND?: Condition[] };

/**
 * Condition for the rows that come after a cursor, in a list ordered by a moment and `id`, latest first. The bound on the
 * moment alone is what an index can begin at: without it each page would read all pages before it.
 */
export function keysetBefore(moment: string, after?: Cursor): Keyset {
  if (!after) return {};
  return { AND: [{ [moment]: { lte: after.at } }, either(moment, "lt", after)] };
}

/** The same for a list ordered earliest first. */
export function keysetAfter(moment: string, after?: Cursor): Keyset {
  if (!after) return {};
  return { AND: [{ [moment]: { gte: after.at } }, either(moment, "gt", after)] };
}

function either(moment: string, side: "lt" | "gt", { at, id }: Cursor): Condition {
  return { OR: [{ [moment]: { [side]: at } }, { id: { [side]: id } }] };
}

/** Cuts the row that was read too many off and says where the next page begins. */
export function nextCursor<Row>(
  rows: Row[],
  size: number,
  cursorOf: (row: Row) => Cursor,
): { rows: Row[]; next?: string } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return rows.length > size && last ? { rows: shown, next: writeCursor(cursorOf(last)) } : { rows: shown };
}
