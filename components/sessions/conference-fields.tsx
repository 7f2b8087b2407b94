import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { RadioGroup } from "@/components/form/radio-group";
import { TextInput } from "@/components/form/text-input";
import type { PlanningOptions } from "@/lib/sessions/planning/queries";

type Props = { values: Record<string, string>; providers: PlanningOptions["providers"] };

/** Where a webconference is held, when its doors open, and what to do when the service is away. */
export function ConferenceFields({ values, providers }: Props) {
  const t = useTranslations("conference");
  const optional = (name: "url" | "fallbackUrl" | "fallbackPhone") => ({
    name,
    label: t(`form.${name}`),
    hint: t(`form.${name}Hint`),
    optional: true,
    defaultValue: values[name],
  });
  return (
    <fieldset className="space-y-5">
      <legend className="font-semibold text-h4">{t("form.title")}</legend>
      {providers.length > 1 ? (
        <RadioGroup
          name="provider"
          label={t("form.provider")}
          choices={providers.map((value) => ({
            value,
            label: t(`provider.${value}`),
            hint: t(`form.providerHint${value}`),
          }))}
          defaultValue={values.provider ?? "LINK"}
        />
      ) : null}
      <TextInput {...optional("url")} type="url" />
      <TextInput
        name="doorsMinutes"
        label={t("form.doorsMinutes")}
        width="number"
        inputMode="numeric"
        maxLength={3}
        defaultValue={values.doorsMinutes ?? "15"}
      />
      {providers.includes("BIGBLUEBUTTON") ? (
        <Checkbox
          name="isRecorded"
          label={t("form.isRecorded")}
          hint={t("form.isRecordedHint")}
          defaultChecked={values.isRecorded === "on"}
        />
      ) : null}
      <TextInput {...optional("fallbackUrl")} type="url" />
      <TextInput {...optional("fallbackPhone")} maxLength={120} />
    </fieldset>
  );
}
