import { useTranslations } from "next-intl";
import { ReviewerFields, useReviewerLabels } from "@/components/documents/reviewer-fields";
import { Checkbox, CheckboxGroup } from "@/components/form/checkbox";
import { DateField, DateTimeFields } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";

type Props = {
  slug: string;
  action: FormAction;
  templates: { id: string; title: string }[];
  /** who may be named to review */
  reviewers?: { id: string; name: string }[];
  /** for a new request: the bodies that may owe it */
  bodies?: { organisationId: string; name: string }[];
  /** for a new request that follows from a decision: which, and what its words propose */
  from?: { decision: string; title: string; instructions: string };
  /** for an edit: what stands now */
  request?: {
    id: string;
    version: number;
    title: string;
    instructions: string;
    dueDay: string;
    dueTime: string;
    cutOffDay?: string;
    templateDocumentId: string | null;
    reviewers: string[];
    releaseByReferent: boolean;
    materials: string[];
  };
};

/** What bodies owe, by when, from which template. */
export function RequestForm({ slug, action, templates, reviewers = [], bodies, from, request }: Props) {
  const t = useTranslations("documents.request");
  const labels = {
    title: t("title"),
    instructions: t("instructions"),
    dueDay: t("dueDay"),
    dueTime: t("dueTime"),
    cutOffDay: t("cutOffDay"),
    templateDocumentId: t("template"),
    owedBy: t("owedBy"),
    bodies: t("bodies"),
    materials: t("materials"),
    ...useReviewerLabels(),
  };
  const hidden: Record<string, string | number> = request
    ? { id: request.id, version: request.version }
    : { programme: slug, ...(from ? { decision: from.decision } : {}) };
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      <TextInput name="title" label={labels.title} maxLength={200} defaultValue={(request ?? from)?.title} />
      <TextArea
        name="instructions"
        label={labels.instructions}
        hint={t("instructionsHint")}
        optional
        rows={6}
        defaultValue={(request ?? from)?.instructions}
      />
      <DateTimeFields
        legend={t("due")}
        date={{ name: "dueDay", label: labels.dueDay, defaultValue: request?.dueDay }}
        time={{ name: "dueTime", label: labels.dueTime, defaultValue: request?.dueTime ?? "23:59" }}
      />
      <DateField
        name="cutOffDay"
        label={labels.cutOffDay}
        hint={t("cutOffHint")}
        optional
        defaultValue={request?.cutOffDay}
      />
      {templates.length > 0 ? (
        <Select
          name="templateDocumentId"
          label={labels.templateDocumentId}
          hint={t("templateHint")}
          optional
          placeholder={t("noTemplate")}
          defaultValue={request?.templateDocumentId ?? undefined}
          options={templates.map((one) => ({ value: one.id, label: one.title }))}
        />
      ) : null}
      {templates.length > 0 ? (
        <CheckboxGroup
          name="materials[]"
          label={labels.materials}
          hint={t("materialsHint")}
          optional
          defaultValues={request?.materials}
          choices={templates.map((one) => ({ value: one.id, label: one.title }))}
        />
      ) : null}
      <Checkbox
        name="releaseByReferent"
        label={t("releaseByReferent")}
        hint={t("releaseByReferentHint")}
        defaultChecked={request?.releaseByReferent}
      />
      {reviewers.length > 0 ? (
        <ReviewerFields
          people={reviewers}
          chosen={request?.reviewers ?? []}
          running={request !== undefined}
        />
      ) : null}
      {bodies ? (
        <>
          <RadioGroup
            name="owedBy"
            label={labels.owedBy}
            defaultValue="all"
            choices={[
              { value: "all", label: t("owedByAll") },
              { value: "some", label: t("owedBySome") },
            ]}
          />
          <CheckboxGroup
            name="bodies[]"
            label={labels.bodies}
            hint={t("bodiesHint")}
            optional
            choices={bodies.map((body) => ({ value: body.organisationId, label: body.name }))}
          />
        </>
      ) : null}
      <FormActions>
        <SubmitButton>{request ? t("save") : t("ask")}</SubmitButton>
        <ButtonLink
          variant="plain"
          href={{ pathname: "/area/programmes/[slug]/deliverables", params: { slug } }}
        >
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
