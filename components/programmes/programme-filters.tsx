import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { ListFilters } from "@/components/ui/list-filters";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Catalogue } from "@/lib/programmes/catalogue/schema";

type Props = { filters: Catalogue; promoters: { slug: string; name: string }[]; themes: string[] };

/** The filters of the public list of programmes. */
export function ProgrammeFilters({ filters, promoters, themes }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  const isSet = Boolean(filters.q ?? filters.state ?? filters.promoter ?? filters.theme);
  return (
    <ListFilters
      action={getPathname({ href: "/programmes", locale })}
      reset={isSet ? "/programmes" : undefined}
    >
      <TextInput name="q" type="search" label={t("list.words")} defaultValue={filters.q} />
      <Select
        name="state"
        label={t("list.state")}
        placeholder={t("list.anyState")}
        defaultValue={filters.state}
        options={(["CALL_OPEN", "RUNNING", "CLOSED", "ARCHIVED"] as const).map((state) => ({
          value: state,
          label: t(`state.${state}`),
        }))}
      />
      <Select
        name="promoter"
        label={t("list.promoter")}
        placeholder={t("list.anyPromoter")}
        defaultValue={filters.promoter}
        options={promoters.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {themes.length > 0 ? (
        <Select
          name="theme"
          label={t("list.theme")}
          placeholder={t("list.anyTheme")}
          defaultValue={filters.theme}
          options={themes.map((theme) => ({ value: theme, label: theme }))}
        />
      ) : null}
    </ListFilters>
  );
}
