import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import type { SourceDate } from "@/lib/platform/source-date";
import { freshIdentifier } from "@/lib/sessions/identifier";

/** What a part of the seed needs: the transaction and the moment of the demonstration. */
export type Seeding = { tx: Tx; now: Date };

/** A SourceDate, or nothing, as a Json column takes it. */
export function jsonDate(date: SourceDate | null | undefined): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return date ? (date as Prisma.InputJsonObject) : Prisma.DbNull;
}

/** Identifiers made by us, so that rows can point to each other before they are written. */
export function identifier(at: Date): string {
  return freshIdentifier(at);
}

/** The value under a key that must be there: a wrong key is a fault of the seed. */
export function must<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration names something unknown: ${String(key)}`);
  return value;
}
