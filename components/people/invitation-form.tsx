import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { AppLink } from "@/components/ui/app-link";
import { acceptInvitationAction } from "@/lib/people/invitations/actions";

type Props = {
  token: string;
  givenName: string | null;
  familyName: string | null;
  /** somebody with an account only accepts */
  hasAccount: boolean;
};

/** Accepts an invitation; somebody new chooses name and password on the way. */
export function InvitationForm({ token, givenName, familyName, hasAccount }: Props) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={acceptInvitationAction}
      hidden={{ token }}
      fieldLabels={{
        givenName: t("invitation.givenName"),
        familyName: t("invitation.familyName"),
        password: t("invitation.password"),
      }}
      className="max-w-[26rem] space-y-6"
    >
      {hasAccount ? null : (
        <>
          <TextInput
            name="givenName"
            label={t("invitation.givenName")}
            defaultValue={givenName ?? ""}
            autoComplete="given-name"
            required
          />
          <TextInput
            name="familyName"
            label={t("invitation.familyName")}
            defaultValue={familyName ?? ""}
            autoComplete="family-name"
            required
          />
          <TextInput
            name="password"
            label={t("invitation.password")}
            hint={t("password.rule")}
            type="password"
            autoComplete="new-password"
            required
          />
        </>
      )}
      <p className="text-meta text-muted">
        {t.rich("invitation.privacy", { notice: (text) => <AppLink href="/privacy">{text}</AppLink> })}
      </p>
      <FormActions>
        <SubmitButton>{t(hasAccount ? "invitation.accept" : "invitation.enter")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
