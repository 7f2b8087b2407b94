import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { addressOf, type Href } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import type { SeriesPlan } from "@/lib/sessions/series/queries";
import type { SeriesFields } from "@/lib/sessions/series/schema";

type AskProps = { page: Href; fields: Partial<Record<keyof SeriesFields, string>>; isShown: boolean };

/** How many, how often, from when: asks for the dates, which are shown before anything is saved. */
export function SeriesQuestion({ page, fields, isShown }: AskProps) {
  const t = useTranslations("planning.series");
  const locale = useLocale();
  return (
    <form method="get" action={addressOf(page, locale)} className="flex flex-wrap items-end gap-x-5 gap-y-4">
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
      <Button variant={isShown ? "outline" : "primary"}>{t("show")}</Button>
    </form>
  );
}

type Props = { action: FormAction; plan: SeriesPlan; fields: SeriesFields; cancel: Href };

/** Saves the dates shown above as drafts. */
export function SeriesForm({ action, plan, fields, cancel }: Props) {
  const t = useTranslations("planning.series");
  const { session, rows } = plan;
  const isBusy = rows.some((row) => row.busy > 0);
  return (
    <ActionForm
      action={action}
      hidden={{ id: session.id, version: session.version, ...fields }}
      fieldLabels={{ busyAnyway: t("busyAnyway"), first: t("first"), every: t("every") }}
    >
      <p>{t("draftsOnly", { count: rows.length - 1 })}</p>
      {isBusy ? <Checkbox name="busyAnyway" label={t("busyAnyway")} /> : null}
      <FormActions>
        <SubmitButton>{t("make", { count: rows.length })}</SubmitButton>
        <ButtonLink href={cancel} variant="plain">
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
