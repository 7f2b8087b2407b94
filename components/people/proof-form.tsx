import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { CodeInput } from "@/components/people/code-form";
import { PresentPasswordInput } from "@/components/people/present-password-input";
import { proveAgainAction } from "@/lib/people/proof/actions";

type Props = { means: { password: boolean; code: boolean }; next?: string };

/** Asks once more for what one signs in with. */
export function ProofForm({ means, next }: Props) {
  const t = useTranslations("people.proof");
  return (
    <ActionForm
      action={proveAgainAction}
      hidden={next ? { next } : {}}
      fieldLabels={{ password: t("password"), code: t("code") }}
      className="max-w-[26rem] space-y-6"
    >
      {means.password ? <PresentPasswordInput label={t("password")} /> : null}
      {means.code ? <CodeInput label={t("code")} hint={t("codeHint")} /> : null}
      <FormActions>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
