import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { PresentPasswordInput } from "@/components/people/present-password-input";
import { AppLink } from "@/components/ui/app-link";
import {
  changePasswordAction,
  requestResetAction,
  resetPasswordAction,
} from "@/lib/people/passwords/actions";

/** Asks for a link to choose a new password. */
export function RequestResetForm() {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={requestResetAction}
      fieldLabels={{ email: t("signIn.email") }}
      className="max-w-[26rem] space-y-6"
    >
      <TextInput name="email" label={t("signIn.email")} type="email" autoComplete="username" required />
      <FormActions>
        <SubmitButton>{t("password.submit")}</SubmitButton>
        <AppLink href="/sign-in" className="py-2 font-semibold">
          {t("password.back")}
        </AppLink>
      </FormActions>
    </ActionForm>
  );
}

/** Chooses a new password by the link that was mailed. */
export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations("people.password");
  return (
    <ActionForm
      action={resetPasswordAction}
      hidden={{ token }}
      fieldLabels={{ password: t("new") }}
      className="max-w-[26rem] space-y-6"
    >
      <TextInput
        name="password"
        label={t("new")}
        hint={t("rule")}
        type="password"
        autoComplete="new-password"
        required
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** Changes one's own password. */
export function ChangePasswordForm() {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={changePasswordAction}
      fieldLabels={{
        presentPassword: t("profile.presentPassword"),
        password: t("profile.newPassword"),
      }}
      className="max-w-[26rem] space-y-6"
      resetWhenDone
    >
      <PresentPasswordInput name="presentPassword" label={t("profile.presentPassword")} />
      <TextInput
        name="password"
        label={t("profile.newPassword")}
        hint={t("password.rule")}
        type="password"
        autoComplete="new-password"
        required
      />
      <SubmitButton variant="outline" size={40}>
        {t("profile.changePassword")}
      </SubmitButton>
    </ActionForm>
  );
}
