import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { changeOrganisationAction, createOrganisationAction } from "@/lib/people/organisations/actions";
import type { OrganisationView } from "@/lib/people/organisations/queries";
import { organisationKinds } from "@/lib/people/organisations/schema";

/** The data of an organisation; without one, a new one. */
export function OrganisationForm({ organisation }: { organisation?: OrganisationView }) {
  const t = useTranslations("people.administration.organisation");
  const kinds = useTranslations("people.kinds");
  const choose = useTranslations("people.invite");
  return (
    <ActionForm
      action={organisation ? changeOrganisationAction : createOrganisationAction}
      hidden={organisation ? { id: organisation.id, version: organisation.version } : {}}
      fieldLabels={{
        name: t("name"),
        shortName: t("shortName"),
        kind: t("kind"),
        city: t("city"),
        province: t("province"),
        website: t("website"),
        description: t("description"),
      }}
    >
      <TextInput name="name" label={t("name")} defaultValue={organisation?.name} required />
      <TextInput
        name="shortName"
        label={t("shortName")}
        hint={t("shortNameHint")}
        defaultValue={organisation?.shortName}
        width="half"
        required
      />
      <Select
        name="kind"
        label={t("kind")}
        placeholder={choose("choose")}
        defaultValue={organisation?.kind}
        options={organisationKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextInput name="city" label={t("city")} defaultValue={organisation?.city ?? undefined} optional />
        <TextInput
          name="province"
          label={t("province")}
          defaultValue={organisation?.province ?? undefined}
          optional
        />
      </div>
      <TextInput
        name="website"
        label={t("website")}
        hint={t("websiteHint")}
        type="url"
        defaultValue={organisation?.website ?? undefined}
        optional
      />
      <TextArea
        name="description"
        label={t("description")}
        defaultValue={organisation?.description ?? undefined}
        optional
      />
      <FormActions>
        <SubmitButton>{t(organisation ? "save" : "create")}</SubmitButton>
        <ButtonLink href="/area/administration/organisations" variant="plain">
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
