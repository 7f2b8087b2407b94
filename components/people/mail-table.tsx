import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { retryMailAction } from "@/lib/people/administration/actions";
import type { MailState } from "@/lib/platform/db/generated/enums";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { OutboxMail } from "@/lib/platform/mail/queries";

const tones: Record<MailState, StateTone> = {
  QUEUED: "sent",
  SENT: "approved",
  KEPT: "extension",
  FAILED: "correct",
  DEAD: "late",
  RETURNED: "late",
  UNREACHABLE: "cancelled",
};

/** The outbox: to whom, which template, in which state. Never a text or a link. */
export function MailTable({ mails }: { mails: OutboxMail[] }) {
  const t = useTranslations("people.administration.mailList");
  const locale = useLocale() as Locale;
  const templateName = (template: string) => {
    const key = `templates.${template.replace(".", "-")}` as "templates.people-invitation";
    return t.has(key) ? t(key) : template;
  };
  return (
    <DataTable
      caption={t("to")}
      hiddenCaption
      rows={mails}
      rowKey={(one) => one.id}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        { key: "to", header: t("to"), rowHeader: true, cell: (one) => one.toAddress ?? t("ofList") },
        { key: "template", header: t("template"), cell: (one) => templateName(one.template) },
        {
          key: "state",
          header: t("stateLabel"),
          cell: (one) => (
            <>
              <StateChip tone={tones[one.state]}>{t(`state.${one.state}`)}</StateChip>
              {one.lastError ? <span className="block text-meta text-muted">{one.lastError}</span> : null}
            </>
          ),
        },
        { key: "attempts", header: t("attempts"), numeric: true, cell: (one) => one.attempts },
        { key: "created", header: t("created"), cell: (one) => formatInstant(one.createdAt, locale) },
        {
          key: "sent",
          header: t("sent"),
          cell: (one) => (one.sentAt ? formatInstant(one.sentAt, locale) : null),
        },
        {
          key: "actions",
          header: t("retry"),
          hiddenHeader: true,
          cell: (one) =>
            isSettled(one) ? null : (
              <ActionForm action={retryMailAction} hidden={{ id: one.id }} className="">
                <SubmitButton
                  variant="outline"
                  size={32}
                  aria-label={t("retryOf", { to: one.toAddress ?? t("ofList") })}
                >
                  {t("retry")}
                </SubmitButton>
              </ActionForm>
            ),
        },
      ]}
    />
  );
}

/** Nothing to be done about it by hand; of a list also what came back, whose reader is asked first. */
function isSettled({ state, toAddress }: OutboxMail): boolean {
  const isBack = state === "RETURNED" || state === "UNREACHABLE";
  return state === "SENT" || state === "QUEUED" || (isBack && toAddress === null);
}
