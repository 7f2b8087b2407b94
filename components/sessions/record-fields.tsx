import { useLocale, useTranslations } from "next-intl";
import { TimeRangeFields } from "@/components/form/date-time-fields";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { AbsenceKind } from "@/lib/platform/db/generated/enums";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PresenceSeen } from "@/lib/sessions/conference/stay";
import type { RecordForm } from "@/lib/sessions/record/queries";

/** Who was there: three choices a person, and the reason of an absence; and when it really took place. */
export function AttendanceFields({ people, actual }: Pick<RecordForm, "people" | "actual">) {
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
          <div key={one.personId} className="grid gap-x-8 gap-y-3 py-4 lg:grid-cols-[1fr_27rem]">
            <RadioGroup
              name={`attendance.${one.personId}.presence`}
              label={<PersonLabel person={one} />}
              hint={one.seen ? <Seen {...one.seen} /> : undefined}
              inline
              choices={[
                { value: "present", label: t("present") },
                { value: "absent", label: t("absent") },
                { value: "", label: t("notSaid") },
              ]}
              defaultValue={one.presence ?? ""}
            />
            <Absence person={one} />
          </div>
        ))}
      </div>
      <ActualTimes actual={actual} />
    </section>
  );
}

/** What the join log says of somebody. */
function Seen({ joinedAt, minutes }: PresenceSeen) {
  const t = useTranslations("conference.attendance");
  const locale = useLocale() as Locale;
  return t("seen", { time: formatTime(joinedAt, locale), minutes: minutes ?? -1 });
}

type Person = RecordForm["people"][number];

function PersonLabel({ person: { name, body, isInvited } }: { person: Person }) {
  const t = useTranslations("sessions.closePage");
  const words = useTranslations("attendance.form");
  return (
    <>
      {body ? t("presence", { name, body }) : name}
      {isInvited ? null : (
        <span className="block font-normal text-meta text-muted">{words("uninvited")}</span>
      )}
    </>
  );
}

function Absence({ person: { personId, name, kind, reason } }: { person: Person }) {
  const t = useTranslations("sessions.closePage");
  const words = useTranslations("attendance");
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Select
        name={`attendance.${personId}.kind`}
        label={<Spoken shown={words("form.kind")} said={words("form.kindOf", { name })} />}
        placeholder={words("form.kindNone")}
        options={Object.values(AbsenceKind).map((value) => ({ value, label: words(`kind.${value}`) }))}
        defaultValue={kind ?? undefined}
        optional
      />
      <TextInput
        name={`attendance.${personId}.reason`}
        label={<Spoken shown={t("reasonLabel")} said={t("reason", { name })} />}
        optional
        maxLength={300}
        defaultValue={reason}
      />
    </div>
  );
}

/** A short label for the eye; the ear is told of whom it is. */
function Spoken({ shown, said }: { shown: string; said: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </>
  );
}

function ActualTimes({ actual }: Pick<RecordForm, "actual">) {
  const t = useTranslations("attendance.form");
  return (
    <fieldset className="mt-6">
      <legend className="font-bold text-h4">{t("actual")}</legend>
      <p className="mt-1 text-meta text-muted">{t("actualHint")}</p>
      <div className="mt-3">
        <TimeRangeFields
          start={{
            name: "actualStart",
            label: t("actualStart"),
            optional: true,
            defaultValue: actual.start,
          }}
          end={{ name: "actualEnd", label: t("actualEnd"), optional: true, defaultValue: actual.end }}
        />
      </div>
    </fieldset>
  );
}
