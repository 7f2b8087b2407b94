import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { ListFilters } from "@/components/ui/list-filters";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ItemFilters as Filters } from "@/lib/reuse/schema";
import { languageCodes, licenceCodes, licenceKey, subjectCodes } from "@/lib/reuse/vocabulary";

type Props = { filters: Omit<Filters, "after">; programmes: { slug: string; shortTitle: string }[] };

/** What the library may be narrowed to. */
export function ItemFilters({ filters, programmes }: Props) {
  const t = useTranslations("reuse");
  const isSet = Object.values(filters).some(Boolean);
  return (
    <ListFilters
      action={getPathname({ href: "/reuse", locale: useLocale() as Locale })}
      reset={isSet ? "/reuse" : undefined}
    >
      <TextInput name="q" type="search" label={t("list.words")} defaultValue={filters.q} />
      <Select
        name="subject"
        label={t("fields.subjects")}
        placeholder={t("list.anySubject")}
        defaultValue={filters.subject}
        options={subjectCodes.map((code) => ({ value: code, label: t(`subjects.${code}`) }))}
      />
      <Select
        name="programme"
        label={t("fields.programme")}
        placeholder={t("list.anyProgramme")}
        defaultValue={filters.programme}
        options={programmes.map(({ slug, shortTitle }) => ({ value: slug, label: shortTitle }))}
      />
      <Select
        name="licence"
        label={t("fields.licence")}
        placeholder={t("list.anyLicence")}
        defaultValue={filters.licence}
        options={licenceCodes.map((code) => ({ value: code, label: t(`licenceNames.${licenceKey(code)}`) }))}
      />
      <Select
        name="language"
        label={t("fields.language")}
        placeholder={t("list.anyLanguage")}
        defaultValue={filters.language}
        options={languageCodes.map((code) => ({ value: code, label: t(`languages.${code}`) }))}
      />
    </ListFilters>
  );
}
