import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { formatInstant } from "@/lib/platform/i18n/format";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  documentId: string;
  /** newest first, two or more */
  versions: { number: number; filename: string; createdAt: Date }[];
  chosen: { from?: number | undefined; to?: number | undefined };
};

/** Chooses the two versions to compare; at first the newest and the one before. */
export function CompareForm({ slug, documentId, versions, chosen }: Props) {
  const t = useTranslations("file-text.compare");
  const locale = useLocale() as Locale;
  const here = {
    pathname: "/area/programmes/[slug]/documents/[id]/compare",
    params: { slug, id: documentId },
  } as const;
  const options = versions.map(({ number, filename, createdAt }) => ({
    value: String(number),
    label: t("option", { number, at: formatInstant(createdAt, locale), name: filename }),
  }));
  return (
    <ListFilters action={getPathname({ href: here, locale })} submitLabel={t("do")}>
      <Select
        name="from"
        label={t("from")}
        options={options}
        defaultValue={String(chosen.from ?? versions[1]?.number)}
      />
      <Select
        name="to"
        label={t("to")}
        options={options}
        defaultValue={String(chosen.to ?? versions[0]?.number)}
      />
    </ListFilters>
  );
}
