import { useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";

/** Who coordinates first: found by the address, or invited to it. */
export function CoordinatorFields() {
  const t = useTranslations("programmes.new");
  return (
    <fieldset className="space-y-4 border-hairline border-l-3 pl-4">
      <legend className="font-semibold text-[1.0625rem]">{t("coordinator")}</legend>
      <TextInput
        name="coordinatorEmail"
        type="email"
        label={t("coordinatorEmail")}
        hint={t("coordinatorHint")}
        width="half"
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <TextInput name="coordinatorGivenName" label={t("coordinatorGivenName")} width="half" optional />
        <TextInput name="coordinatorFamilyName" label={t("coordinatorFamilyName")} width="half" optional />
      </div>
    </fieldset>
  );
}
