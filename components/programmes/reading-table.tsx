import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Trash2 } from "@/components/ui/icons";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Reading } from "@/lib/programmes/indicators/figures";
import type { Indicator } from "@/lib/programmes/indicators/queries";

/** Every reading of an indicator, the last first; one entered by mistake can be taken out. */
export function ReadingTable({
  indicator,
  removeAction,
}: {
  indicator: Indicator;
  removeAction?: FormAction;
}) {
  const t = useTranslations("programmes.indicators");
  const locale = useLocale() as Locale;
  const number = (value: number | null) => (value === null ? null : formatNumber(value, locale, 2));
  const columns: (Column<Reading> | false)[] = [
    { key: "at", header: t("observed"), rowHeader: true, cell: (row) => formatDay(row.observedOn, locale) },
    { key: "body", header: t("body"), cell: (row) => row.body ?? t("whole") },
    { key: "value", header: indicator.unit, numeric: true, cell: (row) => number(row.value) ?? t("missing") },
    indicator.isShare && {
      key: "total",
      header: t("total"),
      numeric: true,
      cell: (row) => number(row.total),
    },
    { key: "source", header: t("source"), cell: (row) => row.source },
    removeAction !== undefined && {
      key: "remove",
      header: t("removeReading"),
      hiddenHeader: true,
      cell: (row) => (
        <ActionForm action={removeAction} className="" id={`remove-${row.id}`} hidden={{ id: row.id }}>
          <SubmitButton variant="danger" size={32} icon={<Trash2 />}>
            <span className="sr-only">
              {t("removeReadingOf", {
                body: row.body ?? t("whole"),
                date: formatDay(row.observedOn, locale),
              })}
            </span>
          </SubmitButton>
        </ActionForm>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("readings")}
      hiddenCaption
      rows={indicator.readings}
      rowKey={(row) => row.id}
      columns={columns.filter((column) => column !== false)}
      empty={<p className="text-muted">{t("noReadings")}</p>}
    />
  );
}
