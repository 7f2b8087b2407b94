import { z } from "zod";
import { logFiltersSchema } from "@/lib/people/administration/schema";
import { type LogEntry, listEvents, listReads, type ReadEntry } from "@/lib/people/log/queries";
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
  isPersonal: true,
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

/** The log of reads, for the same people: it is read as a file, and that is recorded as well. */
export const readsList = exportable<ReadEntry, Record<string, never>>({
  name: "reads",
  namespace: "people",
  isPersonal: true,
  filters: z.object({}).strict(),
  columns: [
    { key: "when", header: "administration.logList.when", value: (row) => row.at },
    { key: "who", header: "administration.logList.who", value: (row, { t }) => actorName(row, t) },
    {
      key: "what",
      header: "administration.readList.what",
      value: (row, { t }) =>
        isListName(row.subjectId) ? t(`administration.readList.of.${row.subjectId}`) : null,
    },
    { key: "kind", header: "export.kind", value: (row) => `${row.subjectKind}.${row.subjectId}` },
  ],
  page(actor, _narrowed, { after, size }) {
    return listReads(actor, { before: after, size });
  },
});

const personalLists = ["people", "events", "reads", "mails"] as const;

function isListName(name: string): name is (typeof personalLists)[number] {
  return personalLists.some((known) => known === name);
}

function actorName(
  { actorKind, actorName: name }: Pick<LogEntry, "actorKind" | "actorName">,
  t: Translate,
): string {
  if (actorKind === "visitor") return t("administration.logList.visitor");
  if (actorKind.startsWith("system:")) return t("administration.logList.system");
  return name ?? t("administration.logList.erased");
}
