import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { ListFilters } from "@/components/ui/list-filters";
import type { PeopleFilters } from "@/lib/people/administration/schema";
import { roleSchema } from "@/lib/people/schema";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

/** Name or address, role, state. */
export function PeopleFiltersForm({ filters }: { filters: PeopleFilters }) {
  const t = useTranslations("people");
  const here = "/area/administration/people" as const;
  const set = Object.values(filters).some((one) => one !== undefined);
  return (
    <ListFilters
      action={getPathname({ href: here, locale: useLocale() as Locale })}
      reset={set ? here : undefined}
    >
      <TextInput name="q" label={t("administration.search")} type="search" defaultValue={filters.q} />
      <Select
        name="role"
        label={t("administration.role")}
        placeholder={t("administration.anyRole")}
        defaultValue={filters.role}
        options={roleSchema.options.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <Select
        name="state"
        label={t("administration.state")}
        placeholder={t("administration.anyState")}
        defaultValue={filters.state}
        options={[
          { value: "active", label: t("administration.active") },
          { value: "disabled", label: t("administration.disabled") },
          { value: "unreachable", label: t("administration.unreachable") },
        ]}
      />
    </ListFilters>
  );
}
