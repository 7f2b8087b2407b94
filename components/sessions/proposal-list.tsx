import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { AgendaPage, Proposal } from "@/lib/sessions/agenda/queries";

type Actions = { take: FormAction; decline: FormAction; withdraw: FormAction };
type Props = { page: AgendaPage; actions: Actions };

const tones: Record<Proposal["state"], StateTone> = {
  PROPOSED: "open",
  TAKEN: "approved",
  DECLINED: "cancelled",
  WITHDRAWN: "neutral",
};

/** What was proposed for the agenda, by whom, and what became of it. */
export function ProposalList({ page, actions }: Props) {
  const t = useTranslations("planning.proposals");
  const locale = useLocale() as Locale;
  if (page.proposals.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-hairline border-hairline border-b">
      {page.proposals.map((one) => (
        <li key={one.id} className="space-y-3 py-4">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h3 className="font-semibold text-h4">{one.title}</h3>
            <StateChip tone={tones[one.state]}>{t(`state.${one.state}`)}</StateChip>
          </div>
          <p className="text-meta text-muted">
            {t("by", {
              name: one.by ?? t("somebody"),
              body: one.body ?? "none",
              when: formatInstant(one.createdAt, locale),
              minutes: one.minutes ?? 0,
            })}
          </p>
          {one.note ? <p className="measure whitespace-pre-line">{one.note}</p> : null}
          {one.reason ? <p className="measure">{t("declinedBecause", { reason: one.reason })}</p> : null}
          {one.state === "PROPOSED" ? <ProposalActs page={page} proposal={one} actions={actions} /> : null}
        </li>
      ))}
    </ul>
  );
}

function ProposalActs({ page, proposal, actions }: Props & { proposal: Proposal }) {
  const t = useTranslations("planning.proposals");
  const words = useTranslations("sessions.form");
  const { id, title } = proposal;
  return (
    <div className="space-y-3">
      {page.may.manage && page.isOpen ? (
        <ActionForm
          action={actions.take}
          id={`take-${id}`}
          hidden={{ id, version: page.session.version }}
          fieldLabels={{ minutes: words("minutes"), owner: words("owner") }}
          className="flex flex-wrap items-end gap-x-6 gap-y-4"
        >
          <TextInput
            name="owner"
            label={words("owner")}
            maxLength={120}
            width="half"
            defaultValue={proposal.by ?? undefined}
          />
          <TextInput
            name="minutes"
            label={words("minutes")}
            width="number"
            inputMode="numeric"
            defaultValue={proposal.minutes ?? undefined}
          />
          <SubmitButton size={40}>
            {t("take")}
            <span className="sr-only">: {title}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
      {page.may.manage ? (
        <details>
          <summary className="inline-flex min-h-10 cursor-pointer items-center font-semibold text-link underline">
            {t("declineThis")}
            <span className="sr-only">: {title}</span>
          </summary>
          <ActionForm
            action={actions.decline}
            id={`decline-${id}`}
            hidden={{ id }}
            fieldLabels={{ reason: t("reason") }}
            className="mt-2 max-w-[40rem] space-y-3"
          >
            <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
            <SubmitButton size={40} variant="danger">
              {t("decline")}
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
      {proposal.isMine ? (
        <ActionForm action={actions.withdraw} id={`withdraw-${id}`} hidden={{ id }} className="">
          <SubmitButton size={40} variant="outline">
            {t("withdraw")}
            <span className="sr-only">: {title}</span>
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
