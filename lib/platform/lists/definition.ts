import type { z } from "zod";
import type { Actor } from "@/lib/platform/actor";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";

/** What a cell holds; numbers and moments are written in the reader's way. */
export type Cell = string | number | Date | null;

/** The words of the list's feature, for states and kinds. */
export type CellContext = { locale: Locale; t: Translate };

export type Column<Row> = {
  key: string;
  /** key of the header in the feature's messages */
  header: string;
  value(row: Row, context: CellContext): Cell;
  numeric?: boolean;
};

/**
 * One list, wherever it is shown or written out: what it may be narrowed by, its columns and its pages. The right to see
 * it is checked by `page`, as by any query.
 */
export type ListDefinition<Row, Filters> = {
  name: string;
  /** feature whose messages name headers and states */
  namespace: string;
  columns: readonly Column<Row>[];
  /** holds personal data that not everybody sees: who takes it away is recorded */
  isPersonal?: boolean;
  filters: z.ZodType<Filters>;
  page(
    actor: Actor,
    filters: Filters,
    window: { after?: string; size: number },
  ): Promise<{ rows: readonly Row[]; next?: string; previous?: string }>;
};

/** A list of which only its written form matters: what a registry of different lists holds. */
export type ExportableList = {
  name: string;
  namespace: string;
  headers: readonly { key: string; numeric: boolean }[];
  isPersonal: boolean;
  /** @throws ZodError when the filters make no sense */
  pages(actor: Actor, filters: unknown, context: CellContext): AsyncGenerator<Cell[][], void>;
};

const pageSize = 500;

/** Makes a list ready to be written out, page by page. */
export function exportable<Row, Filters>(list: ListDefinition<Row, Filters>): ExportableList {
  return {
    name: list.name,
    namespace: list.namespace,
    isPersonal: list.isPersonal ?? false,
    headers: list.columns.map(({ header, numeric = false }) => ({ key: header, numeric })),
    async *pages(actor, filters, context) {
      const parsed = list.filters.parse(filters);
      let after: string | undefined;
      do {
        const { rows, next } = await list.page(actor, parsed, {
          size: pageSize,
          ...(after ? { after } : {}),
        });
        yield rows.map((row) => list.columns.map((column) => column.value(row, context)));
        after = next;
      } while (after);
    },
  };
}
