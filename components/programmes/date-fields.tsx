import { useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";
import type { DateFields as Values } from "@/lib/programmes/date-fields";

type Props = { name: string; legend: string; values: Values };

/** A date as far as it is known: a day, a month or a year; or only its bounds; or only the words of a source. */
export function DateFields({ name, legend, values }: Props) {
  const t = useTranslations("programmes.dates");
  return (
    <fieldset className="space-y-4 border-hairline border-l-3 pl-4">
      <legend className="font-semibold text-[1.0625rem]">{legend}</legend>
      <TextInput
        name={`${name}.on`}
        label={t("on")}
        hint={t("onHint")}
        width="half"
        optional
        defaultValue={values.on}
      />
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <TextInput
          name={`${name}.from`}
          label={t("from")}
          width="short"
          optional
          defaultValue={values.from}
        />
        <TextInput name={`${name}.to`} label={t("to")} width="short" optional defaultValue={values.to} />
      </div>
      <TextInput
        name={`${name}.text`}
        label={t("text")}
        hint={t("textHint")}
        optional
        defaultValue={values.text}
      />
    </fieldset>
  );
}
