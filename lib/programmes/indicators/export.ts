import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/lib/platform/actor";
import { dateOnly } from "@/lib/platform/rome-time";
import { getIndicator } from "@/lib/programmes/indicators/queries";

/** Every reading of an indicator as a CSV file: the figures behind the chart. */
export async function exportReadings(actor: Actor, id: string): Promise<{ filename: string; csv: string }> {
  const indicator = await getIndicator(actor, id);
  const rows = indicator.readings.map(({ body, observedOn, value, total, source }) => [
    indicator.title,
    body ?? "",
    dateOnly(observedOn),
    value,
    indicator.isShare ? total : null,
    indicator.unit,
    source,
  ]);
  const csv = stringify(
    [["indicatore", "ente", "rilevato_il", "valore", "totale", "unita", "fonte"], ...rows],
    {
      bom: true,
      // A cell that begins like a formula must not become one in a spreadsheet.
      escape_formulas: true,
    },
  );
  return { filename: `indicatore-${indicator.id}.csv`, csv };
}
