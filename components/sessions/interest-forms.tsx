import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { monthsKept } from "@/lib/sessions/interests/lifecycle";
import type { OwnInterests as Own } from "@/lib/sessions/interests/queries";

type OwnProps = {
  sessionId: string;
  bodies: Own["bodies"];
  actions: { express: FormAction; withdraw: FormAction };
};

/** The bodies for which the reader speaks: with how many people each would come. */
export function OwnInterests({ sessionId, bodies, actions }: OwnProps) {
  const t = useTranslations("planning.interests");
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {bodies.map((body) => (
        <li key={body.id} className="space-y-3 py-4">
          <h3 className="font-semibold text-h4">{body.name}</h3>
          <p>{body.people === null ? t("notSaid") : t("said", { people: body.people })}</p>
          <div className="flex flex-wrap items-end gap-4">
            <ActionForm
              action={actions.express}
              id={`express-${body.id}`}
              hidden={{ session: sessionId, body: body.id }}
              fieldLabels={{ people: t("people") }}
              className="flex flex-wrap items-end gap-4"
            >
              <TextInput
                name="people"
                label={t("people")}
                width="number"
                inputMode="numeric"
                maxLength={3}
                defaultValue={body.people ?? 1}
              />
              <SubmitButton size={40}>
                {body.people === null ? t("express") : t("change")}
                <span className="sr-only">: {body.name}</span>
              </SubmitButton>
            </ActionForm>
            {body.people === null ? null : (
              <ActionForm
                action={actions.withdraw}
                id={`withdraw-${body.id}`}
                hidden={{ session: sessionId, body: body.id }}
                className=""
              >
                <SubmitButton size={40} variant="outline">
                  {t("withdraw")}
                  <span className="sr-only">: {body.name}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** By a body that is not in the portal: four boxes, and a mail to confirm them by. */
export function AskInterestForm({ action, sessionId }: { action: FormAction; sessionId: string }) {
  const t = useTranslations("planning.interests");
  const labels = {
    bodyName: t("bodyName"),
    contactName: t("contactName"),
    email: t("email"),
    people: t("people"),
  };
  return (
    <ActionForm action={action} hidden={{ session: sessionId, locale: useLocale() }} fieldLabels={labels}>
      <TextInput name="bodyName" label={labels.bodyName} maxLength={200} autoComplete="organization" />
      <TextInput name="contactName" label={labels.contactName} maxLength={120} autoComplete="name" />
      <TextInput
        name="email"
        type="email"
        label={labels.email}
        hint={t("emailHint")}
        maxLength={254}
        autoComplete="email"
      />
      <TextInput
        name="people"
        label={labels.people}
        width="number"
        inputMode="numeric"
        maxLength={3}
        defaultValue="1"
      />
      <p className="measure text-meta text-muted">{t("retention", { months: monthsKept })}</p>
      <SubmitButton>{t("ask")}</SubmitButton>
    </ActionForm>
  );
}

/** The buttons behind the mailed link: following it has changed nothing yet. */
export function AnswerInterestForm(props: { action: FormAction; token: string; isConfirmed: boolean }) {
  const t = useTranslations("planning.interests");
  return (
    <ActionForm action={props.action} hidden={{ token: props.token }} className="flex flex-wrap gap-3">
      {props.isConfirmed ? null : (
        <SubmitButton name="answer" value="confirm">
          {t("confirm")}
        </SubmitButton>
      )}
      <SubmitButton name="answer" value="withdraw" variant="outline">
        {t("withdraw")}
      </SubmitButton>
    </ActionForm>
  );
}
