import { useTranslations } from "next-intl";
import { Field } from "@/components/form/field";
import { TextInput } from "@/components/form/text-input";
import { mostOptions } from "@/lib/sessions/polls/schema";

/** Rows in sight; the others are folded away. */
const inSight = 6;
const rows = Array.from({ length: mostOptions }, (_, index) => index);

/** The dates to choose from, a row each; empty rows do not count. `id` is where the summary of errors leads. */
export function PollOptionFields({ id }: { id: string }) {
  const t = useTranslations("planning.poll");
  return (
    <Field name="options" label={t("options")} hint={t("optionsHint")} group>
      <div id={id} tabIndex={-1}>
        <Rows indexes={rows.slice(0, inSight)} />
        <details className="mt-3">
          <summary className="inline-flex min-h-10 cursor-pointer items-center font-semibold text-link underline">
            {t("moreOptions")}
          </summary>
          <Rows indexes={rows.slice(inSight)} />
        </details>
      </div>
    </Field>
  );
}

function Rows({ indexes }: { indexes: number[] }) {
  const t = useTranslations("planning.poll");
  return (
    <ol className="divide-y divide-hairline border-hairline border-y" start={(indexes[0] ?? 0) + 1}>
      {indexes.map((index) => (
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
  );
}
