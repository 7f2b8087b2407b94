import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { SpaceFigures } from "@/lib/documents/packing/queries";
import { formatNumber, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The spaces that the reader may take away, each with how much it is. */
export function SpaceArchives({ spaces }: { spaces: SpaceFigures[] }) {
  const t = useTranslations("dossier.page");
  const locale = useLocale() as Locale;
  const address = ({ id }: SpaceFigures, versions: "last" | "all") => ({
    url: `/api/archives/spaces/${id}?versions=${versions}&locale=${locale}`,
  });
  const nameOf = ({ name }: SpaceFigures) => name ?? t("common");
  return (
    <DataTable
      caption={t("spaces")}
      hiddenCaption
      rows={spaces}
      rowKey={(space) => space.id}
      empty={<EmptyState title={t("empty")}>{t("emptyNext")}</EmptyState>}
      columns={[
        { key: "space", header: t("space"), rowHeader: true, cell: nameOf },
        {
          key: "documents",
          header: t("documents"),
          numeric: true,
          cell: (space) => formatNumber(space.documents, locale, 0),
        },
        {
          key: "size",
          header: t("size"),
          numeric: true,
          cell: (space) => t("atMost", { size: formatSize(space.bytes, locale) }),
        },
        {
          key: "take",
          header: t("take"),
          hiddenHeader: true,
          cell: (space) => (
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {(["last", "all"] as const).map((versions) => (
                <AppLink
                  key={versions}
                  href={address(space, versions)}
                  className="py-1"
                  aria-label={t(`${versions}Of`, { space: nameOf(space) })}
                >
                  {t(versions)}
                </AppLink>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
