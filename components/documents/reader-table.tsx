import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { StateChip } from "@/components/ui/state-chip";
import type { ReaderRow } from "@/lib/documents/reading/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** Who of each body has opened a document and who has not. */
export function ReaderTable({ rows, caption }: { rows: ReaderRow[]; caption: string }) {
  const t = useTranslations("deliverables.readers");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: "person", header: t("person"), rowHeader: true, cell: (row) => row.name },
        { key: "body", header: t("body"), cell: (row) => row.body.shortName },
        {
          key: "state",
          header: t("state"),
          cell: ({ reading }) => {
            if (reading?.acknowledgedAt) return <StateChip tone="approved">{t("isAcknowledged")}</StateChip>;
            return reading ? (
              <StateChip tone="review">{t("isOpened")}</StateChip>
            ) : (
              <StateChip tone="todo">{t("isUnopened")}</StateChip>
            );
          },
        },
        {
          key: "first",
          header: t("first"),
          cell: ({ reading }) => (reading ? formatInstant(reading.firstAt, locale) : "—"),
        },
        {
          key: "last",
          header: t("last"),
          cell: ({ reading }) => (reading ? formatInstant(reading.lastAt, locale) : "—"),
        },
        {
          key: "version",
          header: t("version"),
          numeric: true,
          cell: ({ reading }) => reading?.lastVersion ?? "—",
        },
      ]}
    />
  );
}
