import { useLocale, useTranslations } from "next-intl";
import { KindName } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FileText } from "@/components/ui/icons";
import type { ListedDocument } from "@/lib/documents/queries";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** Documents of a space, newest first. */
export function DocumentTable({ slug, documents }: { slug: string; documents: ListedDocument[] }) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("list.title")}
      hiddenCaption
      rows={documents}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("list.empty")}>{t("list.emptyNext")}</EmptyState>}
      columns={[
        {
          key: "title",
          header: t("fields.title"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex items-start gap-2.5">
              <FileText className="mt-0.5 size-5 shrink-0 text-action" />
              <span lang={row.lang} className="min-w-0 [overflow-wrap:anywhere]">
                <AppLink
                  href={{ pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id: row.id } }}
                >
                  {row.title}
                </AppLink>
              </span>
            </span>
          ),
        },
        { key: "kind", header: t("fields.kind"), cell: (row) => <KindName kind={row.kind} /> },
        {
          key: "space",
          header: t("fields.space"),
          cell: (row) => row.space.organisation?.shortName ?? t("list.common"),
        },
        {
          key: "size",
          header: t("fields.size"),
          numeric: true,
          cell: (row) => (row.versions[0] ? formatSize(row.versions[0].size, locale) : ""),
        },
        {
          key: "changed",
          header: t("fields.updated"),
          numeric: true,
          cell: (row) => formatDay(row.versions[0]?.createdAt ?? row.createdAt, locale),
        },
      ]}
    />
  );
}
