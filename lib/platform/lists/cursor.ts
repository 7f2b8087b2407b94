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

/** Condition for the rows that come after a cursor, in a list ordered by a moment and `id`, latest first. */
export function keysetBefore(moment: string, after?: Cursor): { OR?: Condition[] } {
  if (!after) return {};
  return { OR: [{ [moment]: { lt: after.at } }, { [moment]: after.at, id: { lt: after.id } }] };
}

/** The same for a list ordered earliest first. */
export function keysetAfter(moment: string, after?: Cursor): { OR?: Condition[] } {
  if (!after) return {};
  return { OR: [{ [moment]: { gt: after.at } }, { [moment]: after.at, id: { gt: after.id } }] };
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
