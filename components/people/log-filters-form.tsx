import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import type { LogFilters } from "@/lib/people/administration/schema";
import { loggedFeatures } from "@/lib/people/log/sentences";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  filters: LogFilters;
  sentences: Record<string, string>;
  programmes: { id: string; name: string }[];
};

/** Kind of fact and programme; a person is chosen by their name in the log or from their page. */
export function LogFiltersForm({ filters, sentences, programmes }: Props) {
  const t = useTranslations("people.administration.logList");
  const here = "/area/administration/log" as const;
  const set = Object.values(filters).some((one) => one !== undefined);
  const kinds = Object.entries(sentences);
  return (
    <ListFilters
      action={getPathname({ href: here, locale: useLocale() as Locale })}
      reset={set ? here : undefined}
      hidden={filters.person ? { person: filters.person } : {}}
    >
      <Select
        name="kind"
        label={t("kind")}
        placeholder={t("anyKind")}
        defaultValue={filters.kind}
        options={loggedFeatures.map((feature) => ({
          label: t(`features.${feature}`),
          options: [
            { value: feature, label: t("allOf", { feature: t(`features.${feature}`) }) },
            ...kinds
              .filter(([kind]) => kind.startsWith(`${feature}.`))
              .map(([kind, sentence]) => ({ value: kind, label: sentence })),
          ],
        }))}
      />
      <Select
        name="programme"
        label={t("programme")}
        placeholder={t("anyProgramme")}
        defaultValue={filters.programme}
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ListFilters>
  );
}
