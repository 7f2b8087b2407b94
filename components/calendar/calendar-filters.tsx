import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import type { Href } from "@/components/ui/app-link";
import { ListFilters } from "@/components/ui/list-filters";
import type { ProgrammeChoice } from "@/lib/calendar/queries";
import type { CalendarQuery } from "@/lib/calendar/schema";
import { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";

type Props = {
  action: string;
  query: CalendarQuery & { month: string };
  programmes: ProgrammeChoice[];
  /** the month without filters; only when some are set */
  reset?: Href;
};

/** Programme, kind and mode of a calendar, as a form whose answer can be shared. */
export function CalendarFilters({ action, query, programmes, reset }: Props) {
  const t = useTranslations("calendar.filters");
  const words = useTranslations("sessions");
  return (
    <ListFilters
      action={action}
      reset={reset}
      submitLabel={t("apply")}
      hidden={{ month: query.month, ...(query.view === "list" ? { view: "list" } : {}) }}
    >
      <Select
        name="programme"
        label={t("programme")}
        placeholder={t("allProgrammes")}
        defaultValue={query.programme}
        options={programmes.map((one) => ({ value: one.slug, label: one.shortTitle }))}
      />
      <Select
        name="kind"
        label={t("kind")}
        placeholder={t("allKinds")}
        defaultValue={query.kind}
        options={Object.values(SessionKind).map((value) => ({ value, label: words(`kind.${value}`) }))}
      />
      <Select
        name="mode"
        label={t("mode")}
        placeholder={t("allModes")}
        defaultValue={query.mode}
        options={Object.values(SessionMode).map((value) => ({ value, label: words(`mode.${value}`) }))}
      />
    </ListFilters>
  );
}
