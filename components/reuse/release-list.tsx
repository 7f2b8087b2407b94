import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FileRow } from "@/components/ui/file-row";
import { History } from "@/components/ui/icons";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ReuseItemPage } from "@/lib/reuse/queries";

/** What can be taken of an item: each release with date, size and digest, the newest first. */
export function ReleaseList({ releases }: { releases: ReuseItemPage["releases"] }) {
  const t = useTranslations("reuse.item");
  const locale = useLocale() as Locale;
  if (releases.length === 0) return <EmptyState title={t("noRelease")}>{t("noReleaseNext")}</EmptyState>;
  return (
    <ol className="space-y-4">
      {releases.map(({ id, number, note, releasedAt, version }, index) => (
        <li key={id} id={`release-${number}`} className="space-y-1.5">
          <h3 className="font-semibold">
            {t("releaseName", { number })}
            {index === 0 && releases.length > 1 ? (
              <span className="font-normal text-muted"> ({t("newest")})</span>
            ) : null}
          </h3>
          {note ? <p className="measure">{note}</p> : null}
          <FileRow
            name={version.filename}
            url={`/api/reuse/releases/${id}`}
            icon={index > 0 ? <History /> : undefined}
            meta={
              <>
                {t("releaseLine", {
                  size: formatSize(version.size, locale),
                  date: formatDay(releasedAt, locale),
                })}
                <span className="block [overflow-wrap:anywhere]">
                  {t("hash")} <code className="text-xs">{version.objectSha256}</code>
                </span>
              </>
            }
          />
        </li>
      ))}
    </ol>
  );
}
