/** Rows of an agenda that a form can hold. */
export const mostRows = 99;

export type MoveIntent = `${"up" | "down"}.${number}`;

/** What the buttons beside the rows of the agenda send, by the number of the row. */
export const moveIntents: readonly MoveIntent[] = Array.from({ length: mostRows }, (_, row) => row).flatMap(
  (row) => [`up.${row}`, `down.${row}`] as const,
);

/** What a row holds, by the names of its fields: `agenda.<row>.<part>`. */
export const rowParts = ["id", "title", "owner", "minutes"] as const;

/** The two rows that a press of such a button exchanges; null where there is nothing to exchange. */
export function exchangedRows(intent: unknown): readonly [number, number] | null {
  const [, way, row] = /^(up|down)\.(\d{1,2})$/.exec(String(intent)) ?? [];
  if (row === undefined) return null;
  const from = Number(row);
  const to = way === "up" ? from - 1 : from + 1;
  return to < 0 || to >= mostRows ? null : [from, to];
}

/** The fields of a form with the two rows in each other's place, as its button asked. */
export function withRowsExchanged<Value>(fields: Readonly<Record<string, Value>>): Record<string, Value> {
  const rows = exchangedRows(fields.intent);
  if (!rows) return { ...fields };
  const [from, to] = rows;
  const other = (name: string) =>
    name.replace(/^agenda\.(\d+)\./, (whole, row) => {
      if (Number(row) === from) return `agenda.${to}.`;
      return Number(row) === to ? `agenda.${from}.` : whole;
    });
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [other(name), value]));
}
