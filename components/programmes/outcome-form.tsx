import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { DateFields } from "@/components/programmes/date-fields";
import { ButtonLink } from "@/components/ui/button";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDateFields } from "@/lib/programmes/date-fields";
import type { Outcome, OutcomeTies } from "@/lib/programmes/outcomes/queries";

type Props = {
  action: FormAction;
  programme: { id: string; slug: string };
  ties: OutcomeTies;
  outcome?: Outcome;
  /** A proposal of an expert or a referent, which the coordinator publishes. */
  isProposal: boolean;
};

/** An outcome: what came of the trial, and the session, deliverable or indicator that it comes from. */
export function OutcomeForm({ action, programme, ties, outcome, isProposal }: Props) {
  const t = useTranslations("programmes.outcomeForm");
  const locale = useLocale() as Locale;
  const labels = {
    title: t("title"),
    text: t("text"),
    indicatorId: t("indicator"),
    deliverableId: t("deliverable"),
    sessionId: t("session"),
    quoteSource: t("quoteSource"),
    "quoteDate.on": t("quoteDate"),
  };
  const hidden: Record<string, string | number> = outcome
    ? { id: outcome.id, version: outcome.version }
    : { programmeId: programme.id };
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      <TextInput
        name="title"
        label={labels.title}
        hint={t("titleHint")}
        maxLength={200}
        defaultValue={outcome?.title}
      />
      <TextArea name="text" label={labels.text} hint={t("textHint")} rows={8} defaultValue={outcome?.text} />
      <Select
        name="indicatorId"
        label={labels.indicatorId}
        optional
        placeholder={t("none")}
        defaultValue={outcome?.indicatorId ?? undefined}
        options={ties.indicators.map((one) => ({ value: one.id, label: one.title }))}
      />
      <Select
        name="deliverableId"
        label={labels.deliverableId}
        optional
        placeholder={t("none")}
        defaultValue={outcome?.deliverableId ?? undefined}
        options={ties.deliverables.map((one) => ({ value: one.id, label: `${one.title} · ${one.body}` }))}
      />
      <Select
        name="sessionId"
        label={labels.sessionId}
        optional
        placeholder={t("none")}
        defaultValue={outcome?.sessionId ?? undefined}
        options={ties.sessions.map((one) => ({
          value: one.id,
          label: `${one.title} · ${formatDay(one.startsAt, locale)}`,
        }))}
      />
      <TextInput
        name="quoteSource"
        label={labels.quoteSource}
        hint={t("quoteHint")}
        optional
        defaultValue={outcome?.quoteSource ?? undefined}
      />
      <DateFields
        name="quoteDate"
        legend={t("quoteDate")}
        values={toDateFields(outcome?.quoteDate ?? null)}
      />
      <FormActions>
        <SubmitButton>{t(isProposal ? "propose" : "save")}</SubmitButton>
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
