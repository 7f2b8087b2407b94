import type { Actor } from "@/lib/platform/actor";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Cell, ExportableList } from "@/lib/platform/lists/definition";

/** More rows than a page of an export holds: what lies beyond is reached only by its place. */
export const moreThanAPage = 503;

/** A list as its file holds it: headers and rows, before they are written as CSV or sheet. */
export async function exported(
  list: ExportableList,
  actor: Actor,
  filters: Record<string, string> = {},
  locale: Locale = "it",
): Promise<{ headers: string[]; rows: Cell[][] }> {
  const t = await translatorFor(locale, list.namespace);
  const rows: Cell[][] = [];
  for await (const page of list.pages(actor, filters, { locale, t })) rows.push(...page);
  return { headers: list.headers.map(({ key }) => t(key)), rows };
}
