import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { CalloutCard } from "@/components/ui/callout-card";
import { Notice } from "@/components/ui/notice";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { newerOf } from "@/lib/documents/deliverables/review/newer";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  deliverable: DeliverablePage;
  /** the reviewer in whose place the reader would decide */
  standIn: string | null;
  actions: { decide: FormAction; takeNewer: FormAction };
};

/** The result of the version under review; where a newer one waits, which of the two is decided on. */
export function DecideForm({ deliverable, standIn, actions }: Props) {
  const t = useTranslations("documents.review");
  const chained = useTranslations("deliverables.chain");
  const newerTexts = useTranslations("deliverables.newer");
  const locale = useLocale() as Locale;
  const stamp = { id: deliverable.id, version: deliverable.version };
  const read = deliverable.submissions.find((one) => one.versionId === deliverable.reviewVersionId);
  if (!read) return null;
  const newer = newerOf(deliverable);
  const number = read.version.number;
  return (
    <>
      {newer ? (
        <Notice
          tone="warning"
          title={newerTexts("title", { number: newer.version.number })}
          action={
            <ActionForm
              action={actions.takeNewer}
              id="take-newer"
              hidden={{ ...stamp, versionId: newer.versionId }}
              className=""
            >
              <SubmitButton variant="outline" size={40}>
                {newerTexts("take", { number: newer.version.number })}
              </SubmitButton>
            </ActionForm>
          }
        >
          {newerTexts("choose", { at: formatInstant(newer.submittedAt, locale), number })}
        </Notice>
      ) : null}
      <CalloutCard>
        <h2 className="mb-2 text-h3">{t("decide", { number })}</h2>
        {standIn ? <p className="mb-4">{chained("standIn", { who: standIn })}</p> : null}
        <ActionForm
          action={actions.decide}
          id="decide"
          hidden={{ ...stamp, versionId: read.versionId }}
          fieldLabels={{
            decision: t("decision"),
            comment: t("comment"),
            goOn: newerTexts("goOn", { number }),
          }}
        >
          <RadioGroup
            name="decision"
            label={t("decision")}
            choices={[
              { value: "APPROVED", label: t("approve"), hint: hintOf() },
              { value: "CHANGES_REQUESTED", label: t("askChanges"), hint: t("askChangesHint") },
            ]}
          />
          {newer ? (
            <Checkbox
              name="goOn"
              label={newerTexts("goOn", { number })}
              hint={newerTexts("goOnHint", { number: newer.version.number })}
            />
          ) : null}
          <TextArea name="comment" label={t("comment")} hint={t("commentHint")} rows={5} />
          <SubmitButton>{t("confirm")}</SubmitButton>
        </ActionForm>
      </CalloutCard>
    </>
  );

  function hintOf(): string {
    const { chain, chainPeople, step } = deliverable;
    if (step >= chain.length) return t("approveHint");
    const next = chainPeople[step];
    return chained("thenTo", { who: next ? `${next.givenName} ${next.familyName}` : chained("gone") });
  }
}
