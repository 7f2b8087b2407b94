import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-time-fields";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { TextInput } from "@/components/form/text-input";
import { PlanForm, PlanQuestion } from "@/components/sessions/plan-forms";
import type { Href } from "@/components/ui/app-link";
import type { SeriesPlan } from "@/lib/sessions/series/queries";
import type { SeriesFields } from "@/lib/sessions/series/schema";

type AskProps = { page: Href; fields: Partial<Record<keyof SeriesFields, string>>; isShown: boolean };

/** How many, how often, from when: asks for the dates, which are shown before anything is saved. */
export function SeriesQuestion({ page, fields, isShown }: AskProps) {
  const t = useTranslations("planning.series");
  return (
    <PlanQuestion page={page} isShown={isShown} show={t("show")}>
      <TextInput
        name="count"
        label={t("count")}
        width="number"
        type="number"
        min={2}
        max={20}
        required
        defaultValue={fields.count ?? "3"}
      />
      <TextInput
        name="every"
        label={t("every")}
        width="number"
        type="number"
        min={1}
        max={180}
        required
        defaultValue={fields.every ?? "3"}
      />
      <Select
        name="unit"
        label={t("unit")}
        options={[
          { value: "weeks", label: t("weeks") },
          { value: "days", label: t("days") },
        ]}
        defaultValue={fields.unit ?? "weeks"}
      />
      <DateField name="first" label={t("first")} defaultValue={fields.first} />
    </PlanQuestion>
  );
}

type Props = { action: FormAction; plan: SeriesPlan; fields: SeriesFields; cancel: Href };

/** Saves the dates shown above as drafts. */
export function SeriesForm({ action, plan, fields, cancel }: Props) {
  const t = useTranslations("planning.series");
  const { session, rows } = plan;
  const isBusy = rows.some((row) => row.busy > 0);
  return (
    <PlanForm
      action={action}
      hidden={{ id: session.id, version: session.version, ...fields }}
      fieldLabels={{ busyAnyway: t("busyAnyway"), first: t("first"), every: t("every") }}
      cancel={cancel}
      words={{
        drafts: t("draftsOnly", { count: rows.length - 1 }),
        make: t("make", { count: rows.length }),
        cancel: t("cancel"),
      }}
    >
      {isBusy ? <Checkbox name="busyAnyway" label={t("busyAnyway")} /> : null}
    </PlanForm>
  );
}
