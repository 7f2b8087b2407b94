import { z } from "zod";

/** The place after a hit in a list ordered by rank and identifier, both falling. */
export type Turn = { rank: number; id: string };

const turnSchema = z.tuple([z.number().min(0), z.uuid()]);

/** As an address bears it: opaque, letters and digits only. */
export function writeTurn({ rank, id }: Turn): string {
  return Buffer.from(JSON.stringify([rank, id])).toString("base64url");
}

/** From an address; undefined when there is none or it was made up: the list then begins at its beginning. */
export function readTurn(text: string | undefined): Turn | undefined {
  if (!text) return undefined;
  try {
    const [rank, id] = turnSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { rank, id };
  } catch {
    return undefined;
  }
}

/** Best first; of equals the newest. */
export function byRank(a: Turn, b: Turn): number {
  return b.rank - a.rank || (a.id < b.id ? 1 : -1);
}

/** A page of hits that stand in this order, after a place. */
export function pageOf<Hit extends Turn>(
  hits: Hit[],
  { after, size }: { after?: Turn; size: number },
): { rows: Hit[]; next?: string } {
  const rest = after ? hits.filter((hit) => byRank(after, hit) < 0 && hit.id !== after.id) : hits;
  const rows = rest.slice(0, size);
  const last = rows.at(-1);
  return rest.length > size && last ? { rows, next: writeTurn(last) } : { rows };
}
