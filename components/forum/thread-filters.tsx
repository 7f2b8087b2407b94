import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { ListFilters } from "@/components/ui/list-filters";
import { type ThreadFilters as Filters, threadStates, threadsWhose } from "@/lib/forum/schema";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { here: Href; filters: Filters; tracks: boolean; hidden?: Record<string, string> };

/** State of a list of threads; for the programme's people, whose they are and what is new. */
export function ThreadFilters({ here, filters, tracks, hidden }: Props) {
  const t = useTranslations("forum");
  const [path = ""] = getPathname({ href: here, locale: useLocale() as Locale }).split("?");
  const isSet = Object.values(filters).some((value) => value !== undefined);
  return (
    <ListFilters action={path} hidden={hidden} reset={isSet ? here : undefined}>
      <Select
        name="state"
        label={t("threads.fieldState")}
        placeholder={t("threads.anyState")}
        defaultValue={filters.state}
        options={threadStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
      />
      {tracks ? (
        <>
          <Select
            name="whose"
            label={t("threads.fieldWhose")}
            placeholder={t("threads.anybody")}
            defaultValue={filters.whose}
            options={threadsWhose.map((whose) => ({ value: whose, label: t(`threads.whose.${whose}`) }))}
          />
          <Select
            name="unread"
            label={t("threads.fieldUnread")}
            placeholder={t("threads.anyRead")}
            defaultValue={filters.unread}
            options={[{ value: "1", label: t("threads.onlyUnread") }]}
          />
        </>
      ) : null}
    </ListFilters>
  );
}
