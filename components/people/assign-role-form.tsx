import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { grantRoleAction } from "@/lib/people/roles/actions";
import { roleSchema } from "@/lib/people/schema";

type Choice = { id: string; name: string };

/** Gives a role, with what it is held in, to somebody who has an account. */
export function AssignRoleForm({
  personId,
  organisations,
  programmes,
}: {
  personId: string;
  organisations: Choice[];
  programmes: Choice[];
}) {
  const t = useTranslations("people");
  const choices = (rows: Choice[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ActionForm
      action={grantRoleAction}
      hidden={{ personId }}
      fieldLabels={{
        role: t("administration.person.assignRole"),
        organisationId: t("administration.person.assignOrganisation"),
        programmeId: t("administration.person.assignProgramme"),
      }}
      className="max-w-[32rem] space-y-5"
    >
      <Select
        name="role"
        label={t("administration.person.assignRole")}
        placeholder={t("invite.choose")}
        options={roleSchema.options.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <Select
        name="organisationId"
        label={t("administration.person.assignOrganisation")}
        hint={t("administration.person.assignOrganisationHint")}
        optional
        placeholder={t("invite.choose")}
        options={choices(organisations)}
      />
      <Select
        name="programmeId"
        label={t("administration.person.assignProgramme")}
        hint={t("administration.person.assignProgrammeHint")}
        optional
        placeholder={t("invite.choose")}
        options={choices(programmes)}
      />
      <SubmitButton variant="outline" size={40}>
        {t("administration.person.assignSubmit")}
      </SubmitButton>
    </ActionForm>
  );
}
