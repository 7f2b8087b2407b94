import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Attendee, BodyAttendance as Body } from "@/lib/sessions/attendance/by-body";
import type { AttendanceView } from "@/lib/sessions/attendance/queries";
import { lengthInMinutes } from "@/lib/sessions/schedule-checks";

const tones = { present: "approved", absent: "cancelled", notSaid: "todo" } as const satisfies Record<
  Body["presence"],
  StateTone
>;

/** Which bodies were there, with whom, and who was missing and why. */
export function BodyAttendance({ view }: { view: AttendanceView }) {
  const t = useTranslations("attendance.view");
  const bodies = view.bodies.filter((one) => one.body !== null);
  return (
    <section className="space-y-3">
      <SectionHead
        title={t("title")}
        size="area"
        note={t("summary", {
          present: bodies.filter((one) => one.presence === "present").length,
          all: bodies.length,
        })}
      />
      {view.actual ? <Actual {...view.actual} /> : null}
      <DataTable
        caption={t("caption")}
        hiddenCaption
        rows={view.bodies}
        rowKey={(one) => one.body ?? ""}
        columns={[
          { key: "body", header: t("body"), rowHeader: true, cell: (one) => one.body ?? t("team") },
          {
            key: "presence",
            header: t("presence"),
            cell: (one) => (
              <StateChip tone={tones[one.presence]} look="inline">
                {t(`status.${one.presence}`)}
              </StateChip>
            ),
          },
          { key: "present", header: t("present"), cell: (one) => <Present people={one.present} /> },
          { key: "absent", header: t("absent"), cell: (one) => <Absent people={one.absent} /> },
        ]}
      />
    </section>
  );
}

function Actual({ startsAt, endsAt }: NonNullable<AttendanceView["actual"]>) {
  const t = useTranslations("attendance");
  const locale = useLocale() as Locale;
  const minutes = lengthInMinutes(startsAt, endsAt);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const length = t("duration", { hours, minutes: rest, both: hours > 0 && rest > 0 ? "yes" : "no" });
  return <p>{t("view.actual", { range: formatRange(startsAt, endsAt, locale), length })}</p>;
}

function Present({ people }: { people: Attendee[] }) {
  const t = useTranslations("attendance.view");
  return people.map(({ name, isInvited }) => (isInvited ? name : t("uninvited", { name }))).join(", ");
}

function Absent({ people }: { people: Attendee[] }) {
  const t = useTranslations("attendance");
  return people
    .map(({ name, absenceKind, absenceReason }) => {
      const why = [absenceKind ? t(`kind.${absenceKind}`) : null, absenceReason].filter(Boolean).join(", ");
      return why ? t("view.absentWhy", { name, why }) : name;
    })
    .join("; ");
}
