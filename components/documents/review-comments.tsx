import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { Check } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { Exchange } from "@/lib/documents/deliverables/conversation/queries";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Comment = Exchange["comments"][number];
type Props = {
  deliverable: DeliverablePage;
  comments: Comment[];
  /** who writes new ones */
  mayComment: boolean;
  mayResolve: (comment: Comment) => boolean;
  actions: { add: FormAction; resolve: FormAction };
};

/** Remarks on the versions, on the whole or on a page, open ones first. */
export function ReviewComments({ deliverable, comments, mayComment, mayResolve, actions }: Props) {
  const t = useTranslations("deliverables.comments");
  const open = comments.filter((one) => one.resolvedAt === null);
  const isLocked = deliverable.state === "LOCKED";
  const isWriting = mayComment && !isLocked && deliverable.submissions.some((one) => !one.withdrawnAt);
  if (comments.length === 0 && !isWriting) return null;
  const inOrder = [...open, ...comments.filter((one) => one.resolvedAt !== null)];
  return (
    <section id="comments" className="max-w-[52rem] scroll-mt-20 space-y-4">
      <SectionHead size="area" title={t("title")} note={t("open", { count: open.length })} />
      <ol>
        {inOrder.map((one) => (
          <li key={one.id} className="border-hairline border-b py-3">
            <Remark comment={one} />
            {one.resolvedAt === null && !isLocked && mayResolve(one) ? (
              <ActionForm
                action={actions.resolve}
                id={`resolve-${one.id}`}
                hidden={{ id: one.id }}
                className="mt-2"
              >
                <SubmitButton variant="outline" size={32} icon={<Check />}>
                  {t("resolve")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ol>
      {isWriting ? <NewComment deliverable={deliverable} action={actions.add} /> : null}
    </section>
  );
}

function Remark({ comment }: { comment: Comment }) {
  const t = useTranslations("deliverables.comments");
  const locale = useLocale() as Locale;
  const name = (person: Comment["author"]) =>
    person ? `${person.givenName} ${person.familyName}` : t("nobody");
  const place = { version: comment.version.number, page: comment.page ?? 0 };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-meta text-muted">
        <strong className="font-semibold text-ink">
          {t(comment.page === null ? "onWhole" : "onPage", place)}
        </strong>
        <span>{t("by", { who: name(comment.author), at: formatInstant(comment.createdAt, locale) })}</span>
        {comment.resolvedAt ? (
          <>
            <StateChip tone="approved" look="inline">
              {t("isResolved")}
            </StateChip>
            <span>
              {t("by", {
                who: name(comment.resolvedBy),
                at: formatInstant(comment.resolvedAt, locale),
              })}
            </span>
          </>
        ) : null}
      </p>
      <p className="measure mt-1 whitespace-pre-line">{comment.text}</p>
    </>
  );
}

function NewComment({ deliverable, action }: { deliverable: DeliverablePage; action: FormAction }) {
  const t = useTranslations("deliverables.comments");
  const sent = deliverable.submissions.filter((one) => one.withdrawnAt === null);
  const versions = [...new Map(sent.map((one) => [one.versionId, one.version.number]))];
  const labels = { versionId: t("version"), page: t("page"), text: t("text") };
  return (
    <details className="rounded border border-hairline px-4 py-3" open={deliverable.state === "IN_REVIEW"}>
      <summary className="cursor-pointer font-semibold text-link">{t("add")}</summary>
      <div className="mt-4">
        <ActionForm action={action} id="comment" hidden={{ id: deliverable.id }} fieldLabels={labels}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              name="versionId"
              label={labels.versionId}
              defaultValue={deliverable.reviewVersionId ?? versions[0]?.[0]}
              options={versions.map(([value, number]) => ({ value, label: t("versionOption", { number }) }))}
            />
            <TextInput name="page" label={labels.page} optional inputMode="numeric" maxLength={5} />
          </div>
          <TextArea name="text" label={labels.text} rows={3} maxLength={5000} />
          <SubmitButton size={40}>{t("addDo")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
