import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { PresentPasswordInput } from "@/components/people/present-password-input";
import { AppLink } from "@/components/ui/app-link";
import { LogIn } from "@/components/ui/icons";
import { signInAction } from "@/lib/people/sign-in/actions";

/** Address and password; `next` is where to go afterwards. */
export function SignInForm({ next }: { next?: string }) {
  const t = useTranslations("people.signIn");
  return (
    <ActionForm
      action={signInAction}
      hidden={next ? { next } : {}}
      fieldLabels={{ email: t("email"), password: t("password") }}
      className="max-w-[26rem] space-y-6"
    >
      <TextInput name="email" label={t("email")} type="email" autoComplete="username" required />
      <PresentPasswordInput label={t("password")} />
      <FormActions>
        <SubmitButton icon={<LogIn />}>{t("submit")}</SubmitButton>
        <AppLink href="/password" className="py-2 font-semibold">
          {t("forgotten")}
        </AppLink>
      </FormActions>
    </ActionForm>
  );
}
