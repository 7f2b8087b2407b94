import type { SummaryItem } from "@/components/form/error-summary";
import { controlId } from "@/components/form/form-context";

/** The lines of the summary of errors, in the order of the labels: each names its field and leads to it. */
export function summaryItems(
  errors: Record<string, string>,
  fieldLabels: Record<string, string>,
  formId: string,
): SummaryItem[] {
  const order = Object.keys(fieldLabels);
  const place = (name: string) => {
    const known = [name, anyRow(name)].find((one) => order.includes(one));
    return known === undefined ? order.length : order.indexOf(known);
  };
  return Object.entries(errors)
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([name, text]) => {
      const label = fieldLabels[name] ?? rowLabel(name, fieldLabels);
      return { id: controlId(formId, name), text: label ? `${label}: ${text}` : text };
    });
}

const rowNumber = /\.(\d+)\./;

const anyRow = (name: string): string => name.replace(rowNumber, ".#.");

/** Rows share a label: "agenda.2.title" has that of "agenda.#.title", with "#" for the number that the row shows. */
function rowLabel(name: string, fieldLabels: Record<string, string>): string | undefined {
  const row = rowNumber.exec(name)?.[1];
  return row === undefined ? undefined : fieldLabels[anyRow(name)]?.replace("#", String(Number(row) + 1));
}
