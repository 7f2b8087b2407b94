import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { DateFields } from "@/components/programmes/date-fields";
import { ButtonLink } from "@/components/ui/button";
import { toDateFields } from "@/lib/programmes/date-fields";
import type { ProgrammeHead } from "@/lib/programmes/queries";
import type { Structure } from "@/lib/programmes/structure/queries";

type Props = { action: FormAction; programme: ProgrammeHead; structure: Structure };

/** The text of a programme: title, summary, description, for whom, what it asks, what it costs. */
export function TextForm({ action, programme, structure }: Props) {
  const t = useTranslations("programmes.text");
  const labels = {
    title: t("title"),
    shortTitle: t("shortTitle"),
    summary: t("summary"),
    description: t("description"),
    audience: t("audience"),
    commitment: t("commitment"),
    costNote: t("costNote"),
    slogan: t("slogan"),
    "begin.on": t("begin"),
    "begin.to": t("begin"),
    "end.on": t("end"),
    "end.to": t("end"),
  };
  return (
    <ActionForm
      action={action}
      hidden={{ programmeId: programme.id, version: programme.version }}
      fieldLabels={labels}
    >
      <TextInput name="title" label={labels.title} maxLength={200} defaultValue={programme.title} />
      <TextInput
        name="shortTitle"
        label={labels.shortTitle}
        hint={t("shortTitleHint")}
        maxLength={80}
        defaultValue={programme.shortTitle}
      />
      <TextArea
        name="summary"
        label={labels.summary}
        hint={t("summaryHint")}
        rows={3}
        defaultValue={programme.summary}
      />
      <TextArea
        name="description"
        label={labels.description}
        hint={t("descriptionHint")}
        rows={12}
        defaultValue={structure.description}
      />
      <TextInput
        name="audience"
        label={labels.audience}
        optional
        defaultValue={structure.audience ?? undefined}
      />
      <TextInput
        name="commitment"
        label={labels.commitment}
        optional
        defaultValue={structure.commitment ?? undefined}
      />
      <TextInput
        name="costNote"
        label={labels.costNote}
        optional
        defaultValue={structure.costNote ?? undefined}
      />
      <TextInput name="slogan" label={labels.slogan} optional defaultValue={structure.slogan ?? undefined} />
      <DateFields name="begin" legend={t("begin")} values={toDateFields(programme.begin)} />
      <DateFields name="end" legend={t("end")} values={toDateFields(programme.end)} />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink
          variant="plain"
          href={{ pathname: "/area/programmes/[slug]/settings", params: { slug: programme.slug } }}
        >
          {t("back")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
