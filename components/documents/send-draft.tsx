import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { CalloutCard } from "@/components/ui/callout-card";
import { Check, Send } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  deliverable: DeliverablePage;
  draft: { id: string; number: number; filename: string };
  note: string;
  /** whether the reader may send, or only say that it is ready */
  mayRelease: boolean;
  actions: { submit: FormAction; ready: FormAction };
};

/** The newest draft: sent by who may, or said to be ready where only a referent sends. */
export function SendDraft({ deliverable, draft, note, mayRelease, actions }: Props) {
  const t = useTranslations("documents.body");
  const released = useTranslations("deliverables.release");
  const locale = useLocale() as Locale;
  const hidden = { id: deliverable.id, version: deliverable.version, versionId: draft.id };
  const isReady = deliverable.readyVersionId === draft.id;
  const by = deliverable.readyBy;
  const mayMark = deliverable.request.releaseByReferent && !isReady;
  return (
    <CalloutCard>
      <h2 className="text-h3">{t("ready", { number: draft.number })}</h2>
      <p className="mt-1">
        <bdi className="[overflow-wrap:anywhere]">{draft.filename}</bdi>
      </p>
      {isReady && deliverable.readyAt ? (
        <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <StateChip tone="approved">{released("isReady")}</StateChip>
          <span className="text-meta">
            {released("marked", {
              who: by ? `${by.givenName} ${by.familyName}` : released("nobody"),
              at: formatInstant(deliverable.readyAt, locale),
            })}
          </span>
        </p>
      ) : null}
      <p className="mt-2 text-muted">{mayRelease ? note : released(isReady ? "waits" : "staffNote")}</p>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {mayRelease ? (
          <ActionForm action={actions.submit} id="submit" hidden={hidden} className="space-y-4">
            <SubmitButton icon={<Send />}>{t("send")}</SubmitButton>
          </ActionForm>
        ) : null}
        {mayMark && !mayRelease ? (
          <ActionForm action={actions.ready} id="mark-ready" hidden={hidden} className="space-y-4">
            <SubmitButton icon={<Check />}>{released("mark")}</SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </CalloutCard>
  );
}
