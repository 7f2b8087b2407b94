import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { dateOnly } from "@/lib/platform/rome-time";
import type { Indicator } from "@/lib/programmes/indicators/queries";

type Props = { action: FormAction; programme: { id: string; slug: string }; indicator?: Indicator };

/** What is measured, in which unit, towards which target. */
export function IndicatorForm({ action, programme, indicator }: Props) {
  const t = useTranslations("programmes.indicatorForm");
  const labels = {
    title: t("title"),
    description: t("description"),
    unit: t("unit"),
    target: t("target"),
    targetOn: t("targetOn"),
  };
  const hidden: Record<string, string | number> = indicator
    ? { id: indicator.id, version: indicator.version }
    : { programmeId: programme.id };
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      <TextInput name="title" label={labels.title} maxLength={200} defaultValue={indicator?.title} />
      <TextArea
        name="description"
        label={labels.description}
        rows={3}
        optional
        defaultValue={indicator?.description}
      />
      <TextInput
        name="unit"
        label={labels.unit}
        hint={t("unitHint")}
        width="short"
        defaultValue={indicator?.unit}
      />
      <Checkbox
        name="isShare"
        label={t("isShare")}
        hint={t("isShareHint")}
        defaultChecked={indicator?.isShare}
      />
      <TextInput
        name="target"
        label={labels.target}
        hint={t("targetHint")}
        width="short"
        inputMode="decimal"
        optional
        defaultValue={indicator?.target?.toString().replace(".", ",")}
      />
      <DateField
        name="targetOn"
        label={labels.targetOn}
        optional
        defaultValue={indicator?.targetOn ? dateOnly(indicator.targetOn) : undefined}
      />
      <Checkbox
        name="isPublic"
        label={t("isPublic")}
        hint={t("isPublicHint")}
        defaultChecked={indicator?.isPublic ?? true}
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink
          variant="plain"
          href={{ pathname: "/area/programmes/[slug]/outcomes", params: { slug: programme.slug } }}
        >
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
