import { useTranslations } from "next-intl";
import { Field } from "@/components/form/field";
import { TextInput } from "@/components/form/text-input";

const rows = Array.from({ length: 8 }, (_, index) => index);

/** The dates to choose from, a row each; empty rows do not count. */
export function PollOptionFields() {
  const t = useTranslations("planning.poll");
  return (
    <Field name="options" label={t("options")} hint={t("optionsHint")} group>
      <ol className="divide-y divide-hairline border-hairline border-y">
        {rows.map((index) => (
          <li key={index} className="flex flex-wrap items-end gap-x-5 gap-y-3 py-3">
            <TextInput
              name={`options.${index}.date`}
              type="date"
              width="half"
              label={t("optionDay", { number: index + 1 })}
            />
            <TextInput
              name={`options.${index}.start`}
              type="time"
              width="short"
              label={t("optionStart", { number: index + 1 })}
            />
            <TextInput
              name={`options.${index}.minutes`}
              width="number"
              inputMode="numeric"
              maxLength={3}
              label={t("optionMinutes", { number: index + 1 })}
              defaultValue="120"
            />
          </li>
        ))}
      </ol>
    </Field>
  );
}
