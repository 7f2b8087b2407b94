import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHead } from "@/components/ui/section-head";
import { nameDeputyAction, takeBackDeputyAction } from "@/lib/sessions/substitutes/actions";
import type { SubstitutesView } from "@/lib/sessions/substitutes/queries";

type Props = {
  session: { id: string; version: number };
  deputy: NonNullable<SubstitutesView["deputy"]>;
};

/** Who runs the session in the coordinator's place: to be named, changed or taken back. */
export function DeputyForm({ session, deputy }: Props) {
  const t = useTranslations("replies.substitutes");
  const hidden = { id: session.id, version: session.version };
  return (
    <section className="space-y-4">
      <SectionHead title={t("deputy")} size="area" />
      <p className="measure">{t("deputyLead")}</p>
      <p className="font-semibold">{deputy.name ? t("deputyNow", { name: deputy.name }) : t("deputyNone")}</p>
      {deputy.name ? (
        <ActionForm action={takeBackDeputyAction} hidden={hidden} className="" id="take-back-deputy">
          <SubmitButton variant="outline" size={40}>
            {t("deputyTakeBack")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {deputy.candidates.length === 0 ? (
        <p className="text-muted">{t("noDeputies")}</p>
      ) : (
        <ActionForm
          action={nameDeputyAction}
          hidden={hidden}
          fieldLabels={{ deputy: t("person") }}
          id="deputy"
        >
          <Select
            name="deputy"
            label={t("person")}
            placeholder={t("choose")}
            options={deputy.candidates.map(({ id, name, body }) => ({
              value: id,
              label: body ? t("candidate", { name, body }) : name,
            }))}
          />
          <FormActions>
            <SubmitButton variant={deputy.name ? "outline" : "primary"}>
              {deputy.name ? t("change") : t("name")}
            </SubmitButton>
          </FormActions>
        </ActionForm>
      )}
    </section>
  );
}
