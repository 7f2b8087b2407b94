import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures: right-aligned, tabular. */
  numeric?: boolean;
  /** The cell that names its row. */
  rowHeader?: boolean;
  /** The header is read but not shown, for the column of actions. */
  hiddenHeader?: boolean;
  /** Left out below 640 px. */
  wideOnly?: boolean;
};

type Props<Row> = {
  caption: ReactNode;
  /** The caption is read but not shown, where a heading above already says it. */
  hiddenCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
  /** Below 640 px rows become blocks (the default) or the table scrolls sideways. */
  small?: "blocks" | "scroll";
  foot?: ReactNode;
};

/** A table with a header that stays, rows of 44 px, and blocks in place of rows on small screens. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, hiddenCaption, columns, rows, rowKey, empty, small = "blocks", foot } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const blocks = small === "blocks";
  const table = (
    <table className={`w-full border-collapse text-left ${blocks ? "max-sm:block" : "min-w-max"}`}>
      <caption className={hiddenCaption ? "sr-only" : "pb-2 text-left text-meta text-muted"}>
        {caption}
      </caption>
      <thead className={blocks ? "max-sm:sr-only" : ""}>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`sticky top-0 z-10 border-control border-b bg-paper px-3 py-2 font-semibold text-meta text-muted first:pl-0 last:pr-0 ${column.numeric ? "text-right" : ""} ${column.wideOnly ? "max-sm:hidden" : ""}`}
            >
              {column.hiddenHeader ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={blocks ? "max-sm:block" : ""}>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={`border-hairline border-b ${blocks ? "max-sm:block max-sm:py-2.5" : ""}`}
          >
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} blocks={blocks}>
                {column.cell(row)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot ? <tfoot className={blocks ? "max-sm:block" : ""}>{foot}</tfoot> : null}
    </table>
  );
  if (blocks) return table;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : undefined}
      // "relative" holds hidden words within what scrolls: they would make the page as wide as the table.
      className="relative overflow-x-auto"
    >
      {table}
    </section>
  );
}

function BodyCell<Row>(props: { column: Column<Row>; blocks: boolean; children: ReactNode }) {
  const { column, blocks, children } = props;
  const Cell = column.rowHeader ? "th" : "td";
  const narrow = column.rowHeader
    ? "max-sm:block max-sm:py-0.5"
    : `max-sm:flex max-sm:has-[>div:empty]:hidden max-sm:items-baseline max-sm:gap-4 max-sm:py-0.5 ${column.hiddenHeader ? "max-sm:justify-end" : "max-sm:justify-between"}`;
  return (
    <Cell
      scope={column.rowHeader ? "row" : undefined}
      className={`h-11 px-3 py-2 align-middle first:pl-0 last:pr-0 ${blocks ? "max-sm:h-auto max-sm:px-0" : ""} ${column.rowHeader ? "text-left font-semibold" : ""} ${column.numeric ? "text-right" : ""} ${blocks ? narrow : ""} ${column.wideOnly ? "max-sm:hidden!" : ""}`}
    >
      {blocks && !column.rowHeader && !column.hiddenHeader ? (
        <span aria-hidden="true" className="shrink-0 font-normal text-meta text-muted sm:hidden">
          {column.header}
        </span>
      ) : null}
      <CellContent blocks={blocks}>{children}</CellContent>
    </Cell>
  );
}

function CellContent({ blocks, children }: { blocks: boolean; children: ReactNode }) {
  return blocks ? <div className="min-w-0 in-[th]:text-left! max-sm:text-right">{children}</div> : children;
}
