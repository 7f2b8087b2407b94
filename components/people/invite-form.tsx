import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import type { Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Send } from "@/components/ui/icons";
import { inviteAction } from "@/lib/people/invitations/actions";
import type { Role } from "@/lib/platform/db/generated/enums";

type Props = {
  roles: Role[];
  /** bodies or organisations to which a role may belong; none when no role needs one */
  organisations: { id: string; name: string }[];
  /** the programme of the invitation; without it, roles of the portal */
  programmeId?: string;
  chosenOrganisation?: string;
  cancel: Href;
};

/** Who is invited, to which role. */
export function InviteForm({ roles, organisations, programmeId, chosenOrganisation, cancel }: Props) {
  const t = useTranslations("people");
  const choose = programmeId ? "invite.body" : "invite.organisation";
  return (
    <ActionForm
      action={inviteAction}
      hidden={programmeId ? { programmeId } : {}}
      fieldLabels={{
        email: t("invite.email"),
        givenName: t("invite.givenName"),
        familyName: t("invite.familyName"),
        role: t("invite.role"),
        organisationId: t(choose),
        locale: t("invite.locale"),
      }}
    >
      <TextInput name="email" label={t("invite.email")} type="email" required />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextInput name="givenName" label={t("invite.givenName")} optional />
        <TextInput name="familyName" label={t("invite.familyName")} optional />
      </div>
      <RadioGroup
        name="role"
        label={t("invite.role")}
        defaultValue={roles.length === 1 || chosenOrganisation ? defaultRole(roles) : undefined}
        choices={roles.map((role) => ({
          value: role,
          label: t(`roles.${role}`),
          hint: t(`roleHints.${role}`),
        }))}
      />
      {organisations.length > 0 ? (
        <Select
          name="organisationId"
          label={t(choose)}
          hint={t(programmeId ? "invite.bodyHint" : "invite.organisationHint")}
          optional
          placeholder={t("invite.choose")}
          defaultValue={chosenOrganisation ?? (organisations.length === 1 ? organisations[0]?.id : undefined)}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <RadioGroup
        name="locale"
        label={t("invite.locale")}
        defaultValue="it"
        inline
        choices={[
          { value: "it", label: t("profile.locales.it") },
          { value: "en", label: t("profile.locales.en") },
        ]}
      />
      <FormActions>
        <SubmitButton icon={<Send />}>{t("invite.submit")}</SubmitButton>
        <ButtonLink href={cancel} variant="plain">
          {t("invite.cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}

const defaultRole = (roles: Role[]): Role | undefined => (roles.includes("STAFF") ? "STAFF" : roles[0]);
