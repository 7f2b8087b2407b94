import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Preview } from "@/components/form/preview";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { DecisionFields, TaskFields } from "@/components/sessions/minutes/point-rows";
import { ButtonLink } from "@/components/ui/button";
import { Eye } from "@/components/ui/icons";
import type { PointForm as Form } from "@/lib/sessions/minutes/queries";

type Props = { form: Form; action: FormAction };

/** One part of the minutes: the text, what was decided, who does what by when, saved together. */
export function PointForm({ form: { session, point, people }, action }: Props) {
  const t = useTranslations("minutes.point");
  const params = { slug: session.programme.slug, id: session.id };
  return (
    <ActionForm
      action={action}
      id="point"
      hidden={{ point: point.id, version: point.version }}
      fieldLabels={{ title: t("title"), text: t("text"), ...useRowLabels(point) }}
      className="max-w-[52rem] space-y-8"
    >
      {point.isBeside && point.title !== "" ? (
        <TextInput name="title" label={t("title")} maxLength={200} defaultValue={point.title} />
      ) : null}
      <TextArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        optional
        rows={10}
        defaultValue={point.markdown}
      />
      <Preview label={t("previewOf")} />
      <DecisionFields decisions={point.decisions} />
      <TaskFields tasks={point.tasks} people={people} />
      <FormActions>
        <SubmitButton name="next" value="back">
          {t("save")}
        </SubmitButton>
        <SubmitButton name="next" value="stay" variant="outline">
          {t("saveAndStay")}
        </SubmitButton>
        <SubmitButton name="_preview" value="1" variant="outline" icon={<Eye />}>
          {t("preview")}
        </SubmitButton>
        <ButtonLink
          href={{ pathname: "/area/programmes/[slug]/sessions/[id]/minutes", params }}
          variant="plain"
        >
          {t("back")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}

/** Names of the rows' boxes for the list of what is to be corrected. */
function useRowLabels({ decisions, tasks }: Form["point"]): Record<string, string> {
  const t = useTranslations("minutes.point");
  const rows = [
    ...decisions.map((one, index) => [`decisions.${one.id}.text`, t("decision", { number: index + 1 })]),
    ...tasks.flatMap((one, index) => taskLabels(one.id, index + 1)),
    ...[0, 1].flatMap((index) => taskLabels(`new${index}`, tasks.length + index + 1)),
  ];
  return Object.fromEntries(rows);

  function taskLabels(key: string, number: number): [string, string][] {
    return [
      [`tasks.${key}.text`, t("task", { number })],
      [`tasks.${key}.owner`, t("ownerOf", { number })],
      [`tasks.${key}.due`, t("dueOf", { number })],
    ];
  }
}
