import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { CalloutCard } from "@/components/ui/callout-card";
import { Eye, Lock, Undo2 } from "@/components/ui/icons";
import type { DeliverablePage } from "@/lib/documents/deliverables/queries";

type Props = {
  deliverable: DeliverablePage;
  mayExtendOrLock: boolean;
  actions: { open: FormAction; decide: FormAction; undo: FormAction; lock: FormAction; extend: FormAction };
};

/** What a reviewer can do now: open, decide on the version that was read, undo, lock; the coordinator also extends. */
export function ReviewActs({ deliverable, mayExtendOrLock, actions }: Props) {
  const t = useTranslations("documents.review");
  const stamp = { id: deliverable.id, version: deliverable.version };
  const { state } = deliverable;
  const sent = deliverable.submissions.find((one) => one.withdrawnAt === null);
  if (state === "SUBMITTED") {
    return (
      <CalloutCard>
        <h2 className="text-h3">{t("arrived")}</h2>
        <p className="mt-1 mb-4">{t("arrivedNote")}</p>
        <ActionForm action={actions.open} id="open-review" hidden={stamp} className="space-y-4">
          <SubmitButton icon={<Eye />}>{t("open")}</SubmitButton>
        </ActionForm>
      </CalloutCard>
    );
  }
  if (state === "IN_REVIEW" && sent) {
    return (
      <CalloutCard>
        <h2 className="mb-4 text-h3">{t("decide", { number: sent.version.number })}</h2>
        <ActionForm
          action={actions.decide}
          id="decide"
          hidden={{ ...stamp, versionId: sent.versionId }}
          fieldLabels={{ decision: t("decision"), comment: t("comment") }}
        >
          <RadioGroup
            name="decision"
            label={t("decision")}
            choices={[
              { value: "APPROVED", label: t("approve"), hint: t("approveHint") },
              { value: "CHANGES_REQUESTED", label: t("askChanges"), hint: t("askChangesHint") },
            ]}
          />
          <TextArea name="comment" label={t("comment")} hint={t("commentHint")} rows={5} />
          <SubmitButton>{t("confirm")}</SubmitButton>
        </ActionForm>
      </CalloutCard>
    );
  }
  if (state === "APPROVED") {
    return (
      <CalloutCard>
        <h2 className="text-h3">{t("approved")}</h2>
        <p className="mt-1 mb-4">{t("approvedNote")}</p>
        <div className="flex flex-wrap gap-3">
          <ActionForm action={actions.undo} id="undo" hidden={stamp} className="">
            <SubmitButton variant="outline" size={40} icon={<Undo2 />}>
              {t("undo")}
            </SubmitButton>
          </ActionForm>
          {mayExtendOrLock ? (
            <ActionForm action={actions.lock} id="lock" hidden={stamp} className="">
              <SubmitButton variant="outline" size={40} icon={<Lock />}>
                {t("lock")}
              </SubmitButton>
            </ActionForm>
          ) : null}
        </div>
      </CalloutCard>
    );
  }
  if (mayExtendOrLock && (state === "TO_DO" || state === "CHANGES_REQUESTED")) {
    return (
      <details className="max-w-[52rem] rounded border border-hairline px-4 py-3">
        <summary className="cursor-pointer font-semibold text-link">{t("extend")}</summary>
        <div className="mt-4">
          <ActionForm
            action={actions.extend}
            id="extend"
            hidden={stamp}
            fieldLabels={{ newDueDay: t("newDueDay"), reason: t("reason") }}
          >
            <DateField name="newDueDay" label={t("newDueDay")} hint={t("newDueDayHint")} />
            <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />
            <SubmitButton size={40}>{t("extendDo")}</SubmitButton>
          </ActionForm>
        </div>
      </details>
    );
  }
  return null;
}
