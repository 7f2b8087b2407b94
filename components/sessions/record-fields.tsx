import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PresenceSeen } from "@/lib/sessions/conference/stay";
import type { RecordForm } from "@/lib/sessions/record/queries";

/** Who was there: three choices a person, and the reason of an absence. */
export function AttendanceFields({ people }: Pick<RecordForm, "people">) {
  const t = useTranslations("sessions.closePage");
  const log = useTranslations("conference.attendance");
  return (
    <section aria-labelledby="attendance-title">
      <h2 id="attendance-title" className="text-h3">
        {t("attendance")}
      </h2>
      <p className="mt-1 text-meta text-muted">{people.length > 0 ? t("attendanceHint") : t("noPeople")}</p>
      {people.some((one) => one.seen) ? <p className="mt-1 text-meta text-muted">{log("proposed")}</p> : null}
      <div className="mt-2 divide-y divide-hairline border-hairline border-y">
        {people.map((one) => (
          <div key={one.personId} className="grid gap-x-8 gap-y-3 py-4 sm:grid-cols-[1fr_16rem]">
            <RadioGroup
              name={`attendance.${one.personId}.presence`}
              label={one.body ? t("presence", { name: one.name, body: one.body }) : one.name}
              hint={one.seen ? <Seen {...one.seen} /> : undefined}
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

/** What the join log says of somebody. */
function Seen({ joinedAt, minutes }: PresenceSeen) {
  const t = useTranslations("conference.attendance");
  const locale = useLocale() as Locale;
  return t("seen", { time: formatTime(joinedAt, locale), minutes: minutes ?? -1 });
}

/** The text of the minutes. */
export function MinutesField({ markdown, optional }: { markdown: string; optional?: boolean }) {
  const t = useTranslations("sessions.closePage");
  return (
    <TextArea
      name="minutes"
      label={t("minutes")}
      hint={t("minutesHint")}
      optional={optional}
      rows={14}
      defaultValue={markdown}
    />
  );
}
