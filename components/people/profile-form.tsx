import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { changeProfileAction } from "@/lib/people/profile/actions";
import type { Profile } from "@/lib/people/profile/queries";

/** One's own name and language. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations("people.profile");
  return (
    <ActionForm
      action={changeProfileAction}
      fieldLabels={{ givenName: t("givenName"), familyName: t("familyName"), locale: t("locale") }}
      className="max-w-[26rem] space-y-6"
    >
      <TextInput
        name="givenName"
        label={t("givenName")}
        defaultValue={profile.givenName}
        autoComplete="given-name"
        required
      />
      <TextInput
        name="familyName"
        label={t("familyName")}
        defaultValue={profile.familyName}
        autoComplete="family-name"
        required
      />
      <RadioGroup
        name="locale"
        label={t("locale")}
        defaultValue={profile.locale}
        inline
        choices={[
          { value: "it", label: t("locales.it") },
          { value: "en", label: t("locales.en") },
        ]}
      />
      <SubmitButton size={40}>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
