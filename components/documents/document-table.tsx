import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KindName } from "@/components/documents/state";
import { Checkbox } from "@/components/form/checkbox";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { FileText } from "@/components/ui/icons";
import { shownValue } from "@/lib/documents/moving/schema";
import type { ListedDocument } from "@/lib/documents/queries";
import { circleName } from "@/lib/documents/space-words";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  documents: ListedDocument[];
  /** the documents that can be ticked, for a form around the table */
  tickable?: readonly string[];
  /** the list goes across folders, or across spaces: each row says where it lies */
  across?: "folders" | "spaces";
  empty: ReactNode;
};

/** Documents of a place, newest first. */
export function DocumentTable({ slug, documents, tickable = [], across, empty }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("list.title")}
      hiddenCaption
      rows={documents}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "title",
          header: t("fields.title"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex items-start gap-2.5">
              {tickable.includes(row.id) ? (
                <Checkbox
                  name="documents[]"
                  value={shownValue(row)}
                  index={tickable.indexOf(row.id)}
                  label={t("move.tickOf", { title: row.title })}
                  hiddenLabel
                />
              ) : null}
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
        ...(across === "spaces"
          ? [
              {
                key: "space",
                header: t("fields.space"),
                cell: (row: ListedDocument) => circleName(row.space, t("list.common")),
              },
            ]
          : []),
        ...(across
          ? [
              {
                key: "folder",
                header: t("fields.folder"),
                cell: (row: ListedDocument) =>
                  row.folder ? (
                    <AppLink
                      href={{
                        pathname: "/area/programmes/[slug]/documents",
                        params: { slug },
                        query: { folder: row.folder.id },
                      }}
                    >
                      {row.folder.name}
                    </AppLink>
                  ) : null,
              },
            ]
          : []),
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
