import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink } from "@/components/ui/app-link";
import { LogIn } from "@/components/ui/icons";
import { completeSignInAction } from "@/lib/people/second-factor/actions";

type Props = { next?: string; recovery: boolean };

/** The second step of signing in: the code of the app, or one of those kept for when it is not at hand. */
export function CodeForm({ next, recovery }: Props) {
  const t = useTranslations("people.code");
  const label = t(recovery ? "recoveryCode" : "code");
  const other = { ...(recovery ? {} : { with: "recovery" }), ...(next ? { next } : {}) };
  return (
    <ActionForm
      action={completeSignInAction}
      hidden={next ? { next } : {}}
      fieldLabels={{ code: label }}
      className="max-w-[26rem] space-y-6"
    >
      {recovery ? (
        <TextInput
          name="code"
          label={label}
          hint={t("recoveryHint")}
          autoComplete="off"
          spellCheck={false}
          required
        />
      ) : (
        <CodeInput label={label} hint={t("codeHint")} />
      )}
      <FormActions>
        <SubmitButton icon={<LogIn />}>{t("submit")}</SubmitButton>
        <AppLink href={{ pathname: "/sign-in/code", query: other }} className="py-2 font-semibold">
          {t(recovery ? "useApp" : "useRecovery")}
        </AppLink>
      </FormActions>
    </ActionForm>
  );
}

/** Where the six digits go: phones show figures and offer the code that has just arrived. */
export function CodeInput({ label, hint }: { label: string; hint?: string }) {
  return (
    <TextInput
      name="code"
      label={label}
      hint={hint}
      width="short"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
    />
  );
}
