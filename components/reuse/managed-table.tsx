import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip } from "@/components/ui/state-chip";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ManagedItem } from "@/lib/reuse/queries";

/** What a programme gave to the library, for who manages it. */
export function ManagedTable({ slug, items }: { slug: string; items: ManagedItem[] }) {
  const t = useTranslations("reuse.area");
  const fields = useTranslations("reuse.fields");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("list")}
      hiddenCaption
      rows={items}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: fields("title"),
          rowHeader: true,
          cell: (row) => (
            <AppLink href={{ pathname: "/area/programmes/[slug]/reuse/[id]", params: { slug, id: row.id } }}>
              <span lang={row.lang}>{row.title}</span>
            </AppLink>
          ),
        },
        { key: "state", header: t("state"), cell: (row) => <ItemChip state={row.state} /> },
        { key: "at", header: t("publishedAt"), cell: (row) => formatDay(row.publishedAt, locale) },
        { key: "release", header: t("release"), numeric: true, cell: (row) => row.release },
        {
          key: "downloads",
          header: t("downloads"),
          numeric: true,
          cell: (row) => formatNumber(row.downloads, locale, 0),
        },
        { key: "shown", header: t("shown"), numeric: true, cell: (row) => row.shown },
        { key: "waiting", header: t("waiting"), numeric: true, cell: (row) => row.waiting },
      ]}
    />
  );
}

/** Whether an item is given out. */
export function ItemChip({ state }: { state: ManagedItem["state"] }) {
  const t = useTranslations("reuse.states");
  return <StateChip tone={state === "PUBLISHED" ? "approved" : "archived"}>{t(state)}</StateChip>;
}
