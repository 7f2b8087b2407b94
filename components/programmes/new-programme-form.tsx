import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { CoordinatorFields } from "@/components/programmes/coordinator-fields";
import { ButtonLink } from "@/components/ui/button";

type Props = { action: FormAction; organisations: { id: string; name: string }[] };

/** Opens a programme as a draft and says who coordinates it. */
export function NewProgrammeForm({ action, organisations }: Props) {
  const t = useTranslations("programmes.new");
  const labels = {
    promoterId: t("promoter"),
    title: t("title"),
    shortTitle: t("shortTitle"),
    slug: t("slug"),
    summary: t("summary"),
    description: t("description"),
    coordinatorEmail: t("coordinatorEmail"),
  };
  return (
    <ActionForm action={action} fieldLabels={labels}>
      <Select
        name="promoterId"
        label={labels.promoterId}
        placeholder={organisations.length > 1 ? t("choosePromoter") : undefined}
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
      <TextInput name="title" label={labels.title} maxLength={200} />
      <TextInput name="shortTitle" label={labels.shortTitle} hint={t("shortTitleHint")} maxLength={80} />
      <TextInput
        name="slug"
        label={labels.slug}
        hint={t("slugHint")}
        width="half"
        maxLength={60}
        autoComplete="off"
      />
      <TextArea name="summary" label={labels.summary} hint={t("summaryHint")} rows={3} />
      <TextArea name="description" label={labels.description} hint={t("descriptionHint")} rows={8} />
      <CoordinatorFields />
      <FormActions>
        <SubmitButton>{t("create")}</SubmitButton>
        <ButtonLink variant="plain" href="/area/programmes">
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
