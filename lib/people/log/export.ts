import type { z } from "zod";
import { logFiltersSchema } from "@/lib/people/administration/schema";
import { type LogEntry, listEvents } from "@/lib/people/log/queries";
import { sentencesOf } from "@/lib/people/log/sentences";
import { loadMessages } from "@/lib/platform/i18n/load-messages";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translate } from "@/lib/platform/i18n/translator";
import { exportable } from "@/lib/platform/lists/definition";

/** The sentence of a fact stands with its feature, so that the row brings it in both languages. */
type Row = LogEntry & { what: Record<Locale, string> };

/** The log as sentences, for the administrator and the data-protection officer. */
export const eventsList = exportable<Row, z.output<typeof logFiltersSchema>>({
  name: "events",
  namespace: "people",
  filters: logFiltersSchema,
  columns: [
    { key: "when", header: "administration.logList.when", value: (row) => row.at },
    { key: "who", header: "administration.logList.who", value: (row, { t }) => actorName(row, t) },
    { key: "what", header: "administration.logList.what", value: (row, { locale }) => row.what[locale] },
    { key: "programme", header: "administration.logList.programme", value: (row) => row.programme },
    { key: "body", header: "export.body", value: (row) => row.organisation },
    { key: "kind", header: "export.kind", value: (row) => row.kind },
  ],
  async page(actor, narrowed, { after, size }) {
    const [{ rows, next }, it, en] = await Promise.all([
      listEvents(actor, narrowed, { before: after ? BigInt(after) : undefined, size }),
      loadMessages("it").then(sentencesOf),
      loadMessages("en").then(sentencesOf),
    ]);
    const what = (kind: string) => ({ it: it[kind] ?? kind, en: en[kind] ?? kind });
    return { rows: rows.map((row) => ({ ...row, what: what(row.kind) })), next };
  },
});

function actorName({ actorKind, actorName: name }: LogEntry, t: Translate): string {
  if (actorKind === "visitor") return t("administration.logList.visitor");
  if (actorKind.startsWith("system:")) return t("administration.logList.system");
  return name ?? t("administration.logList.erased");
}
