import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { openGroups, paces } from "@/lib/notifications/groups";
import type { Paces } from "@/lib/notifications/preferences/queries";

/** How the mails of each group come, where one may choose. */
export function PacesForm({ chosen, action }: { chosen: Paces; action: FormAction }) {
  const t = useTranslations("notifications");
  return (
    <ActionForm
      action={action}
      id="paces"
      fieldLabels={Object.fromEntries(openGroups.map((group) => [group, t(`groups.${group}`)]))}
      className="max-w-[40rem] space-y-6"
    >
      {openGroups.map((group) => (
        <Select
          key={group}
          name={group}
          label={t(`groups.${group}`)}
          hint={t(`groupHints.${group}`)}
          width="half"
          defaultValue={chosen[group]}
          options={paces.map((pace) => ({ value: pace, label: t(`preferences.paces.${pace}`) }))}
        />
      ))}
      <FormActions>
        <SubmitButton>{t("preferences.save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
