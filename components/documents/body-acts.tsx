import { useLocale, useTranslations } from "next-intl";
import { FileUpload } from "@/components/documents/file-upload";
import { SendDraft } from "@/components/documents/send-draft";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Undo2 } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { closesAt, isOpenFor } from "@/lib/documents/deliverables/due";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { newerOf } from "@/lib/documents/deliverables/review/newer";
import type { FormState } from "@/lib/platform/form-state";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  deliverable: DeliverablePage;
  now: Date;
  /** only a referent sends what the request wants released */
  mayRelease: boolean;
  actions: { submit: FormAction; ready: FormAction; withdraw: FormAction };
  refused: FormState;
  maxSize: string;
};

/** What the body can do now: read what to correct, upload the draft, send it, take it back. */
export function BodyActs({ slug, deliverable, now, mayRelease, actions, refused, maxSize }: Props) {
  const t = useTranslations("documents.body");
  const newer = useTranslations("deliverables.newer");
  const owed = deliverable.state === "TO_DO" || deliverable.state === "CHANGES_REQUESTED";
  const isReviewed = deliverable.state === "IN_REVIEW";
  if (!owed && !isReviewed) return <Sent deliverable={deliverable} withdraw={actions.withdraw} />;
  const terms = { dueAt: deliverable.dueAt, cutOffAt: deliverable.request.cutOffAt };
  if (!isOpenFor(terms, now)) return isReviewed ? null : <Closed at={closesAt(terms) ?? terms.dueAt} />;
  const [newest] = deliverable.document?.versions ?? [];
  const waiting = newerOf(deliverable);
  const sent = deliverable.submissions.some(
    (one) => one.withdrawnAt === null && one.versionId === newest?.id,
  );
  // What waited beside a version that was sent back was read by nobody: it may be the answer.
  const maySend = !sent || (owed && waiting?.versionId === newest?.id);
  const next = (newest?.number ?? 0) + 1;
  return (
    <div className="max-w-[52rem] space-y-6">
      <ToCorrect deliverable={deliverable} />
      {waiting && isReviewed ? (
        <Notice title={newer("waits", { number: waiting.version.number })}>{newer("waitsNext")}</Notice>
      ) : null}
      {newest && maySend ? (
        <SendDraft
          deliverable={deliverable}
          draft={newest}
          note={sendNote()}
          mayRelease={mayRelease}
          actions={actions}
        />
      ) : null}
      <section className="space-y-4">
        <h2 className="text-h3">{isReviewed ? newer("upload") : t(newest ? "replace" : "upload")}</h2>
        <p className="measure text-muted">{isReviewed ? newer("uploadNote") : t("draftNote")}</p>
        <FileUpload
          route="/api/upload/deliverable"
          target={{ deliverable: deliverable.id, programme: slug }}
          hidden={{ deliverable: deliverable.id, number: next }}
          send={t("uploadDo", { number: next })}
          initialState={refused}
          fieldLabels={{ note: t("note") }}
          maxSize={maxSize}
        >
          <TextInput name="note" label={t("note")} optional maxLength={500} />
        </FileUpload>
      </section>
    </div>
  );

  function sendNote(): string {
    if (isReviewed) return newer("sendNote");
    return now > deliverable.dueAt ? t("willBeLate") : t("sendNote");
  }
}

function ToCorrect({ deliverable }: { deliverable: DeliverablePage }) {
  const t = useTranslations("documents.body");
  const asked = deliverable.reviews.find(
    (one) => one.undoneAt === null && one.decision === "CHANGES_REQUESTED",
  );
  if (deliverable.state !== "CHANGES_REQUESTED" || !asked) return null;
  return (
    <Notice tone="warning" title={t("toCorrect")}>
      <p className="whitespace-pre-line">{asked.comment}</p>
    </Notice>
  );
}

function Closed({ at }: { at: Date }) {
  const t = useTranslations("documents.body");
  return (
    <Notice tone="warning" title={t("closed")}>
      {t("closedNext", { at: formatInstant(at, useLocale() as Locale) })}
    </Notice>
  );
}

function Sent({ deliverable, withdraw }: { deliverable: DeliverablePage; withdraw: FormAction }) {
  const t = useTranslations("documents.body");
  const locale = useLocale() as Locale;
  const last = deliverable.submissions.find((one) => one.withdrawnAt === null);
  if (deliverable.state !== "SUBMITTED" || !last) return null;
  return (
    <Notice
      tone="success"
      title={t("sent", { number: last.number, year: last.year })}
      action={
        <ActionForm
          action={withdraw}
          id="withdraw"
          hidden={{ id: deliverable.id, version: deliverable.version }}
          className=""
        >
          <SubmitButton variant="outline" size={40} icon={<Undo2 />}>
            {t("withdraw")}
          </SubmitButton>
        </ActionForm>
      }
    >
      {t("sentNext", { at: formatInstant(last.submittedAt, locale) })}
    </Notice>
  );
}
