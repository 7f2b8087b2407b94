import type { SpaceOf } from "@/lib/documents/policy";
import { given } from "@/lib/platform/lists/query";

/** The words of an address or a form that name a space in its programme; none name the common one. */
export type SpaceWords = { body?: string | undefined; table?: string | undefined };

/** Names a space: `{ body }`, `{ table }` or nothing. */
export function spaceWords({
  organisationId,
  tableId,
}: Pick<SpaceOf, "organisationId" | "tableId">): Record<string, string> {
  return given({ body: organisationId ?? undefined, table: tableId ?? undefined });
}

/** Reads the words back. A space is one circle's: where both are named, it is the body's. */
export function spaceNamed(programmeId: string, { body, table }: SpaceWords): SpaceOf {
  return { programmeId, organisationId: body ?? null, tableId: body ? null : (table ?? null) };
}

/** A space by whose it is, in a list; neither is the common one. */
export type Circle = {
  organisation: { id: string; shortName: string } | null;
  table: { id: string; title: string } | null;
};

/** The words that name a circle's space. */
export function wordsOf({ organisation, table }: Circle): Record<string, string> {
  return spaceWords({ organisationId: organisation?.id ?? null, tableId: table?.id ?? null });
}

/** What a space is called: its body, its table, or the word for the common one. */
export function circleName(
  { organisation, table }: { organisation: { shortName: string } | null; table: { title: string } | null },
  common: string,
): string {
  return organisation?.shortName ?? table?.title ?? common;
}

/** What an address's words name: "body:<id>", "table:<id>", or null for the common space. */
export function wordsKey({ body, table }: SpaceWords): string | null {
  if (body) return `body:${body}`;
  return table ? `table:${table}` : null;
}
