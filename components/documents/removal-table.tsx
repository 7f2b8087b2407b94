import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FileText, FolderOpen, RotateCcw } from "@/components/ui/icons";
import { circleName } from "@/lib/documents/space-words";
import type { RemovedRow } from "@/lib/documents/trash/queries";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { rows: RemovedRow[]; days: number; restore: FormAction };

/** What was removed, by whom and when, and until when it can come back. */
export function RemovalTable({ rows, days, restore }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("trash.title")}
      hiddenCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("trash.empty")}>{t("trash.emptyNext", { days })}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("trash.what"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex items-start gap-2.5">
              {row.isFolder ? (
                <FolderOpen className="mt-0.5 size-5 shrink-0 text-action" />
              ) : (
                <FileText className="mt-0.5 size-5 shrink-0 text-action" />
              )}
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span lang={row.lang ?? undefined}>{row.name}</span>
                {row.isFolder ? (
                  <span className="block font-normal text-meta text-muted">
                    {t("trash.folderWith", { documents: row.documents })}
                  </span>
                ) : null}
              </span>
            </span>
          ),
        },
        {
          key: "space",
          header: t("fields.space"),
          cell: (row) => circleName(row.space, t("list.common")),
        },
        {
          key: "by",
          header: t("trash.by"),
          cell: (row) => (
            <>
              {row.removedBy ? `${row.removedBy.givenName} ${row.removedBy.familyName}` : t("trash.nobody")}
              <span className="block text-meta text-muted">{formatInstant(row.removedAt, locale)}</span>
            </>
          ),
        },
        { key: "until", header: t("trash.until"), cell: (row) => formatDay(row.keptUntil, locale) },
        {
          key: "restore",
          header: t("trash.restore"),
          hiddenHeader: true,
          cell: (row) =>
            row.mayRestore ? (
              <ActionForm action={restore} id={`restore-${row.id}`} hidden={{ id: row.id }} className="">
                <SubmitButton
                  variant="outline"
                  size={32}
                  icon={<RotateCcw />}
                  aria-label={t("trash.restoreOf", { name: row.name })}
                >
                  {t("trash.restore")}
                </SubmitButton>
              </ActionForm>
            ) : null,
        },
      ]}
    />
  );
}
