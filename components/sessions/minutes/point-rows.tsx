import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { dateOnly } from "@/lib/platform/rome-time";
import type { MinutesPart } from "@/lib/sessions/minutes/minutes-row";

/** Empty rows below the written ones, so that more can be written without a script; saving gives two more. */
const spare = ["new0", "new1"];

/** What was decided under a point: one box a decision, an emptied one goes. */
export function DecisionFields({ decisions }: Pick<MinutesPart, "decisions">) {
  const t = useTranslations("minutes.point");
  const rows = [...decisions, ...spare.map((id) => ({ id, text: "" }))];
  return (
    <fieldset className="space-y-4">
      <legend className="font-semibold text-h3">{t("decisions")}</legend>
      <p className="text-meta text-muted">{t("decisionsHint")}</p>
      {rows.map((row, index) => (
        <TextArea
          key={row.id}
          name={`decisions.${row.id}.text`}
          label={t("decision", { number: index + 1 })}
          optional
          rows={2}
          maxLength={2000}
          defaultValue={row.text}
        />
      ))}
    </fieldset>
  );
}

type TaskProps = Pick<MinutesPart, "tasks"> & { people: { id: string; name: string }[] };

/** Who does what by when. */
export function TaskFields({ tasks, people }: TaskProps) {
  const t = useTranslations("minutes.point");
  const written = tasks.map(({ id, text, ownerId, dueOn }) => ({ id, text, ownerId, due: dateOnly(dueOn) }));
  const rows = [...written, ...spare.map((id) => ({ id, text: "", ownerId: null, due: undefined }))];
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="space-y-6">
      <legend className="font-semibold text-h3">{t("tasks")}</legend>
      <p className="text-meta text-muted">{t("tasksHint")}</p>
      {rows.map((row, index) => (
        <div
          key={row.id}
          className="grid gap-x-6 gap-y-4 border-hairline border-b pb-6 sm:grid-cols-[minmax(0,1fr)_14rem]"
        >
          <TextArea
            name={`tasks.${row.id}.text`}
            label={t("task", { number: index + 1 })}
            optional
            rows={4}
            maxLength={2000}
            defaultValue={row.text}
          />
          <div className="space-y-4">
            <Select
              name={`tasks.${row.id}.owner`}
              label={
                <>
                  <span aria-hidden="true">{t("owner")}</span>
                  <span className="sr-only">{t("ownerOf", { number: index + 1 })}</span>
                </>
              }
              placeholder={t("noOwner")}
              options={options}
              defaultValue={row.ownerId ?? undefined}
            />
            <DateField
              name={`tasks.${row.id}.due`}
              label={
                <>
                  <span aria-hidden="true">{t("due")}</span>
                  <span className="sr-only">{t("dueOf", { number: index + 1 })}</span>
                </>
              }
              defaultValue={row.due}
            />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
