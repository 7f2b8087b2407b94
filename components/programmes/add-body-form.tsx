import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";

type Props = {
  action: FormAction;
  programmeId: string;
  organisations: { id: string; name: string }[];
  today: string;
};

/** Enters an application that reached the coordinator. */
export function AddBodyForm({ action, programmeId, organisations, today }: Props) {
  const t = useTranslations("programmes.enrolments");
  const labels = { organisationId: t("body"), appliedOn: t("appliedOn"), note: t("note") };
  return (
    <ActionForm action={action} hidden={{ programmeId }} fieldLabels={labels}>
      <Select
        name="organisationId"
        label={labels.organisationId}
        hint={t("bodyHint")}
        placeholder={t("chooseBody")}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="appliedOn" label={labels.appliedOn} max={today} defaultValue={today} />
      <TextArea name="note" label={labels.note} hint={t("noteHint")} rows={2} optional />
      <FormActions>
        <SubmitButton>{t("addButton")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
