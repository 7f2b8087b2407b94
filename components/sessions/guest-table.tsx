import { useTranslations } from "next-intl";
import { replyTone } from "@/components/sessions/reply-tone";
import { DataTable } from "@/components/ui/data-table";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { Guest } from "@/lib/sessions/view/queries";

/** Who was invited, what each replied, who was there; by person, with the sums and the bodies that were present. */
export function GuestTable({ guests, showAttendance }: { guests: Guest[]; showAttendance: boolean }) {
  const t = useTranslations("sessions");
  return (
    <section className="space-y-3">
      <SectionHead title={t("people.title")} size="area" />
      {guests.length === 0 ? (
        <p className="text-muted">{t("people.none")}</p>
      ) : (
        <Sums guests={guests} showAttendance={showAttendance} />
      )}
      {guests.length > 0 ? (
        <DataTable
          caption={t("people.caption")}
          hiddenCaption
          rows={guests}
          rowKey={(one) => one.personId}
          columns={[
            { key: "name", header: t("people.name"), rowHeader: true, cell: (one) => one.name },
            { key: "body", header: t("people.body"), cell: (one) => one.body ?? t("people.noBody") },
            {
              key: "reply",
              header: t("people.reply"),
              cell: (one) => <GivenReply guest={one} />,
            },
            ...(showAttendance
              ? [
                  {
                    key: "presence",
                    header: t("people.presence"),
                    cell: (one: Guest) => <Presence guest={one} />,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
    </section>
  );
}

function GivenReply({ guest }: { guest: Guest }) {
  const t = useTranslations("sessions");
  const more = useTranslations("replies.guests");
  const { reply, waits, representedBy } = guest;
  return (
    <>
      <StateChip tone={replyTone(reply, waits)} look="inline">
        {waits ? more("waiting") : t(`reply.${reply ?? "NONE"}`)}
      </StateChip>
      {representedBy ? (
        <span className="block text-meta text-muted">{more("represented", { name: representedBy })}</span>
      ) : null}
    </>
  );
}

function Sums({ guests, showAttendance }: { guests: Guest[]; showAttendance: boolean }) {
  const t = useTranslations("sessions.people");
  const queue = useTranslations("replies.guests");
  const replies = (reply: Guest["reply"]) => guests.filter((one) => one.reply === reply && !one.waits).length;
  const waiting = guests.filter((one) => one.waits).length;
  const present = guests.filter((one) => one.present === true);
  return (
    <p>
      {t("summary", {
        invited: guests.length,
        yes: replies("YES"),
        maybe: replies("MAYBE"),
        no: replies("NO"),
        none: replies(null),
      })}
      {waiting > 0 ? `, ${queue("summary", { waiting })}` : null}
      {showAttendance && guests.some((one) => one.present !== null) ? (
        <>
          {". "}
          {t("attendance", {
            present: present.length,
            absent: guests.filter((one) => one.present === false).length,
            bodies: new Set(present.flatMap((one) => one.body ?? [])).size,
          })}
        </>
      ) : null}
      .
    </p>
  );
}

function Presence({ guest }: { guest: Guest }) {
  const t = useTranslations("sessions.people");
  const kinds = useTranslations("attendance.kind");
  const why = [guest.absenceKind ? kinds(guest.absenceKind) : null, guest.absenceReason].filter(Boolean);
  if (guest.present === null) return <span className="text-muted">{t("notSaid")}</span>;
  if (guest.present) {
    return (
      <StateChip tone="approved" look="inline">
        {t("present")}
      </StateChip>
    );
  }
  return (
    <>
      <StateChip tone="neutral" look="inline">
        {t("absent")}
      </StateChip>
      {why.length > 0 ? <span className="block text-meta text-muted">{why.join(": ")}</span> : null}
    </>
  );
}
