import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink } from "@/components/ui/app-link";
import { confirmEmailAction, requestEmailAction } from "@/lib/people/email-address/actions";

/** Asks for the address that one wants to use from now on. */
export function RequestEmailForm() {
  const t = useTranslations("people.emailAddress");
  return (
    <ActionForm
      action={requestEmailAction}
      fieldLabels={{ email: t("new") }}
      className="max-w-[26rem] space-y-6"
    >
      <TextInput name="email" label={t("new")} type="email" autoComplete="email" required />
      <FormActions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <AppLink href="/area/profile" className="py-2 font-semibold">
          {t("cancel")}
        </AppLink>
      </FormActions>
    </ActionForm>
  );
}

/** For an address that is right although mails came back: a link goes there, and once it was followed mails go out again. */
export function ConfirmAgainForm({ email }: { email: string }) {
  const t = useTranslations("people.emailAddress");
  return (
    <ActionForm action={requestEmailAction} hidden={{ email }} className="">
      <SubmitButton variant="outline">{t("again")}</SubmitButton>
    </ActionForm>
  );
}

/** Confirms the address by the link that arrived there: a button, because programs that check mail follow links. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const t = useTranslations("people.emailAddress");
  return (
    <ActionForm action={confirmEmailAction} hidden={{ token }} className="max-w-[26rem] space-y-6">
      <FormActions>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
