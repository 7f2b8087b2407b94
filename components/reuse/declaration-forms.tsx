import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { daysToConfirm, monthsKept } from "@/lib/reuse/declarations/lifecycle";

/** By an organisation that uses an item: what is shown, and whom to write to. */
export function DeclareForm({ action, item }: { action: FormAction; item: string }) {
  const t = useTranslations("reuse.declare");
  const labels = {
    organisationName: t("organisationName"),
    purpose: t("purpose"),
    url: t("url"),
    contactName: t("contactName"),
    email: t("email"),
  };
  return (
    <ActionForm action={action} hidden={{ item, locale: useLocale() }} fieldLabels={labels}>
      <TextInput
        name="organisationName"
        label={labels.organisationName}
        maxLength={200}
        autoComplete="organization"
      />
      <TextArea name="purpose" label={labels.purpose} hint={t("purposeHint")} rows={4} maxLength={1000} />
      <TextInput name="url" type="url" label={labels.url} hint={t("urlHint")} optional maxLength={500} />
      <TextInput name="contactName" label={labels.contactName} maxLength={120} autoComplete="name" />
      <TextInput
        name="email"
        type="email"
        label={labels.email}
        hint={t("emailHint")}
        maxLength={254}
        autoComplete="email"
      />
      <p className="measure text-meta text-muted">
        {t("retention", { months: monthsKept, days: daysToConfirm })}
      </p>
      <SubmitButton>{t("send")}</SubmitButton>
    </ActionForm>
  );
}

type AnswerProps = { action: FormAction; token: string; mayConfirm: boolean };

/** The buttons behind the mailed link: following it has changed nothing yet. */
export function AnswerDeclarationForm({ action, token, mayConfirm }: AnswerProps) {
  const t = useTranslations("reuse.mailed");
  return (
    <ActionForm action={action} hidden={{ token }} className="flex flex-wrap gap-3">
      {mayConfirm ? (
        <SubmitButton name="answer" value="confirm">
          {t("confirm")}
        </SubmitButton>
      ) : null}
      <SubmitButton name="answer" value="withdraw" variant="outline">
        {t("withdraw")}
      </SubmitButton>
    </ActionForm>
  );
}
