import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHead } from "@/components/ui/section-head";
import { nameSubstituteAction, takeBackSubstituteAction } from "@/lib/sessions/substitutes/actions";
import type { SubstitutesView } from "@/lib/sessions/substitutes/queries";

type Props = { sessionId: string; own: NonNullable<SubstitutesView["own"]> };

/** Who comes in the reader's place: to be named, or taken back. */
export function SubstituteForm({ sessionId, own }: Props) {
  const t = useTranslations("replies.substitutes");
  return (
    <section className="space-y-4">
      <SectionHead title={t("own")} size="area" />
      <Content sessionId={sessionId} own={own} />
    </section>
  );
}

function Content({ sessionId, own }: Props) {
  const t = useTranslations("replies.substitutes");
  if (own.standsFor) return <p className="measure">{t("standsFor", { name: own.standsFor })}</p>;
  if (own.substitute) {
    return (
      <ActionForm action={takeBackSubstituteAction} hidden={{ id: sessionId }} className="space-y-4">
        <p>{t("now", { name: own.substitute })}</p>
        <SubmitButton variant="outline" size={40}>
          {t("takeBack")}
        </SubmitButton>
      </ActionForm>
    );
  }
  if (own.candidates.length === 0) return <p className="text-muted">{t("noCandidates")}</p>;
  return (
    <ActionForm
      action={nameSubstituteAction}
      hidden={{ id: sessionId }}
      fieldLabels={{ substitute: t("person") }}
      id="substitute"
    >
      <p className="measure">{t("ownLead")}</p>
      <Select
        name="substitute"
        label={t("person")}
        placeholder={t("choose")}
        options={own.candidates.map((one) => ({ value: one.id, label: one.name }))}
      />
      <FormActions>
        <SubmitButton>{t("name")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
