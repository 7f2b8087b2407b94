import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import type { Href } from "@/components/ui/app-link";
import { ListFilters } from "@/components/ui/list-filters";
import type { BodyChoice, ProgrammeChoice } from "@/lib/calendar/queries";
import type { ShownCalendar } from "@/lib/calendar/schema";
import { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";

type Props = {
  action: string;
  query: ShownCalendar;
  programmes: ProgrammeChoice[];
  bodies: BodyChoice[];
  /** the reader is somebody, who may ask for what is its own */
  withMine?: boolean;
  /** the month or week without filters; only when some are set */
  reset?: Href;
};

/** Programme, kind, body, mode and whose, as a form whose answer can be shared. */
export function CalendarFilters({ action, query, programmes, bodies, withMine, reset }: Props) {
  const t = useTranslations("calendar.filters");
  const words = useTranslations("sessions");
  return (
    <ListFilters action={action} reset={reset} submitLabel={t("apply")} hidden={periodOf(query)}>
      <Select
        name="programme"
        label={t("programme")}
        placeholder={t("allProgrammes")}
        defaultValue={query.programme}
        options={programmes.map((one) => ({ value: one.slug, label: one.shortTitle }))}
      />
      <Select
        name="body"
        label={t("body")}
        placeholder={t("allBodies")}
        defaultValue={query.body}
        options={bodies.map((one) => ({ value: one.slug, label: one.shortName }))}
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
      {withMine ? (
        <div className="sm:max-w-56">
          <Select
            name="mine"
            label={t("mine")}
            placeholder={t("all")}
            defaultValue={query.mine}
            options={[{ value: "on", label: t("onlyMine") }]}
          />
        </div>
      ) : null}
    </ListFilters>
  );
}

/** What of an address says which days are shown, and how: it stays when filters change. */
export function periodOf({ view, month, week }: ShownCalendar): Record<string, string> {
  if (view === "week") return { view, week };
  return view === "list" ? { view, month } : { month };
}
