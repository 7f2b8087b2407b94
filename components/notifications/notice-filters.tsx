import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import type { NoticeFilters as Filters } from "@/lib/notifications/centre/schema";
import { groups } from "@/lib/notifications/groups";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { filters: Filters; programmes: { id: string; shortTitle: string }[] };

/** News, subject and programme of a list of notifications. */
export function NoticeFilters({ filters, programmes }: Props) {
  const t = useTranslations("notifications");
  const here = "/area/notifications" as const;
  const isSet = Object.values(filters).some((one) => one !== undefined);
  return (
    <ListFilters
      action={getPathname({ href: here, locale: useLocale() as Locale })}
      reset={isSet ? here : undefined}
    >
      <Select
        name="unread"
        label={t("centre.fieldUnread")}
        placeholder={t("centre.any")}
        defaultValue={filters.unread}
        options={[{ value: "1", label: t("centre.onlyUnread") }]}
      />
      <Select
        name="group"
        label={t("centre.fieldGroup")}
        placeholder={t("centre.anyGroup")}
        defaultValue={filters.group}
        options={groups.map((group) => ({ value: group, label: t(`groups.${group}`) }))}
      />
      <Select
        name="programme"
        label={t("centre.fieldProgramme")}
        placeholder={t("centre.anyProgramme")}
        defaultValue={filters.programme}
        options={programmes.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
      />
    </ListFilters>
  );
}
