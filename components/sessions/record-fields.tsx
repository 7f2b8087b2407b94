import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/radio-group";
import { TextInput } from "@/components/form/text-input";
import type { RecordForm } from "@/lib/sessions/record/queries";

/** Who was there: three choices a person, and the reason of an absence. */
export function AttendanceFields({ people }: Pick<RecordForm, "people">) {
  const t = useTranslations("sessions.closePage");
  return (
    <section aria-labelledby="attendance-title">
      <h2 id="attendance-title" className="text-h3">
        {t("attendance")}
      </h2>
      <p className="mt-1 text-meta text-muted">{people.length > 0 ? t("attendanceHint") : t("noPeople")}</p>
      <div className="mt-2 divide-y divide-hairline border-hairline border-y">
        {people.map((one) => (
          <div key={one.personId} className="grid gap-x-8 gap-y-3 py-4 sm:grid-cols-[1fr_16rem]">
            <RadioGroup
              name={`attendance.${one.personId}.presence`}
              label={one.body ? t("presence", { name: one.name, body: one.body }) : one.name}
              inline
              choices={[
                { value: "present", label: t("present") },
                { value: "absent", label: t("absent") },
                { value: "", label: t("notSaid") },
              ]}
              defaultValue={one.presence ?? ""}
            />
            <TextInput
              name={`attendance.${one.personId}.reason`}
              label={
                <>
                  <span aria-hidden="true">{t("reasonLabel")}</span>
                  <span className="sr-only">{t("reason", { name: one.name })}</span>
                </>
              }
              optional
              maxLength={300}
              defaultValue={one.reason}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
