import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { CalloutCard } from "@/components/ui/callout-card";
import { CalendarPlus } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { Exchange } from "@/lib/documents/deliverables/conversation/queries";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Request = Exchange["extensionRequests"][number];
type Props = {
  deliverable: DeliverablePage;
  requests: Request[];
  may: { ask: boolean; decide: boolean };
  actions: Record<"ask" | "decide" | "withdraw", FormAction>;
};

/** A body asks for more time, takes that back, and reads the answer; the coordinator decides. */
export function ExtensionRequests({ deliverable, requests, may, actions }: Props) {
  const owed = deliverable.state === "TO_DO" || deliverable.state === "CHANGES_REQUESTED";
  const open = requests.find((one) => one.state === "OPEN");
  const refused = requests[0]?.state === "REFUSED" ? requests[0] : undefined;
  return (
    <div id="extension" className="max-w-[52rem] scroll-mt-20 space-y-4 empty:hidden">
      {open ? <Waiting request={open} may={may} actions={actions} /> : null}
      {refused && owed && may.ask ? <Refused request={refused} /> : null}
      {!open && owed && may.ask ? <Ask id={deliverable.id} action={actions.ask} /> : null}
    </div>
  );
}

function Waiting({ request, may, actions }: { request: Request } & Pick<Props, "may" | "actions">) {
  const t = useTranslations("deliverables.extension");
  const locale = useLocale() as Locale;
  const wanted = formatDay(request.wantedDueAt, locale);
  if (may.decide) return <Decide request={request} action={actions.decide} />;
  return (
    <Notice
      title={t("waiting", { day: wanted })}
      action={
        may.ask ? (
          <ActionForm
            action={actions.withdraw}
            id="withdraw-extension"
            hidden={{ id: request.id }}
            className=""
          >
            <SubmitButton variant="outline" size={40}>
              {t("withdraw")}
            </SubmitButton>
          </ActionForm>
        ) : undefined
      }
    >
      <p className="whitespace-pre-line">{request.reason}</p>
    </Notice>
  );
}

function Decide({ request, action }: { request: Request; action: FormAction }) {
  const t = useTranslations("deliverables.extension");
  const locale = useLocale() as Locale;
  const wanted = formatDay(request.wantedDueAt, locale);
  const labels = {
    extensionDecision: t("decision"),
    grantedDay: t("grantedDay"),
    answer: t("answer"),
  };
  const who = request.askedBy ? `${request.askedBy.givenName} ${request.askedBy.familyName}` : t("nobody");
  return (
    <CalloutCard>
      <h2 className="text-h3">{t("asks", { day: wanted })}</h2>
      <p className="mt-1 text-meta text-muted">
        {t("askedBy", { who, at: formatInstant(request.askedAt, locale) })}
      </p>
      <p className="measure mt-2 mb-4 whitespace-pre-line">{request.reason}</p>
      <ActionForm action={action} id="decide-extension" hidden={{ id: request.id }} fieldLabels={labels}>
        <RadioGroup
          name="extensionDecision"
          label={labels.extensionDecision}
          choices={[
            { value: "GRANTED", label: t("grant") },
            { value: "REFUSED", label: t("refuse") },
          ]}
        />
        <DateField
          name="grantedDay"
          label={labels.grantedDay}
          hint={t("grantedDayHint", { day: wanted })}
          optional
        />
        <TextArea name="answer" label={labels.answer} hint={t("answerHint")} optional rows={3} />
        <SubmitButton size={40}>{t("answerDo")}</SubmitButton>
      </ActionForm>
    </CalloutCard>
  );
}

function Refused({ request }: { request: Request }) {
  const t = useTranslations("deliverables.extension");
  const locale = useLocale() as Locale;
  return (
    <Notice
      tone="warning"
      title={t("refused", {
        day: formatDay(request.wantedDueAt, locale),
        at: request.decidedAt ? formatDay(request.decidedAt, locale) : "",
      })}
    >
      <p className="whitespace-pre-line">{request.answer}</p>
    </Notice>
  );
}

function Ask({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("deliverables.extension");
  const labels = { wantedDay: t("wantedDay"), askReason: t("askReason") };
  return (
    <details className="rounded border border-hairline px-4 py-3">
      <summary className="flex cursor-pointer items-center gap-2 font-semibold text-link [&_svg]:size-5">
        <CalendarPlus />
        {t("ask")}
      </summary>
      <div className="mt-4">
        <ActionForm action={action} id="ask-extension" hidden={{ id }} fieldLabels={labels}>
          <DateField name="wantedDay" label={labels.wantedDay} hint={t("wantedDayHint")} />
          <TextArea name="askReason" label={labels.askReason} rows={3} />
          <SubmitButton size={40}>{t("askDo")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
