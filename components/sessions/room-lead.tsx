import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatInstant, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { RoomLead as Lead, Present, RoomView } from "@/lib/sessions/conference/queries";

type Acts = { endMeeting: FormAction; makeLink: FormAction; revokeLink: FormAction };
type Props = {
  lead: Lead;
  room: RoomView;
  acts: Acts;
  /** the whole address of the guest link, to be handed on */
  guestAddress: string | null;
};

/** What the coordinator has in hand: the state of the meeting and its end, the link for guests, who went in. */
export function RoomLead({ lead, room, acts, guestAddress }: Props) {
  return (
    <div className="space-y-8">
      <MeetingState lead={lead} room={room} end={acts.endMeeting} />
      <Guests lead={lead} room={room} acts={acts} address={guestAddress} />
      <Joins joins={lead.joins} />
    </div>
  );
}

const tones = { running: "running", idle: "neutral", down: "late" } as const satisfies Record<
  string,
  StateTone
>;

function MeetingState({ lead, room, end }: Pick<Props, "lead" | "room"> & { end: FormAction }) {
  const t = useTranslations("conference.lead");
  const isOurs = lead.provider === "BIGBLUEBUTTON";
  return (
    <section className="space-y-3">
      <SectionHead title={t("meeting")} size="area" />
      {isOurs ? null : <p className="text-muted">{t("untold", { provider: lead.provider })}</p>}
      {isOurs && !lead.meeting ? <StateChip tone="neutral">{t("notOpen")}</StateChip> : null}
      {lead.meeting ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StateChip tone={tones[lead.meeting]}>{t(lead.meeting)}</StateChip>
          <span className="text-meta text-muted">{t("refreshed")}</span>
        </p>
      ) : null}
      {isOurs && room.door.state !== "early" ? (
        <ActionForm action={end} hidden={{ id: room.session.id }} className="space-y-1.5">
          <SubmitButton variant="danger" size={40}>
            {t("end")}
          </SubmitButton>
          <p className="text-meta text-muted">{t("endNote")}</p>
        </ActionForm>
      ) : null}
    </section>
  );
}

function Guests({
  lead,
  room,
  acts,
  address,
}: Pick<Props, "lead" | "room" | "acts"> & { address: string | null }) {
  const t = useTranslations("conference.lead");
  if (room.door.state === "over") return null;
  return (
    <section className="space-y-3">
      <SectionHead title={t("guests")} size="area" />
      <p className="measure text-muted">{t("guestsNote")}</p>
      {lead.guestLink && address ? (
        <>
          <p>
            <span className="block text-meta text-muted">{t("guestAddress")}</span>
            <span className="break-all font-semibold">{address}</span>
          </p>
          <ActionForm action={acts.revokeLink} hidden={{ id: lead.guestLink.id }} className="space-y-1.5">
            <SubmitButton variant="outline" size={40}>
              {t("revokeLink")}
            </SubmitButton>
            <p className="text-meta text-muted">{t("revokeNote")}</p>
          </ActionForm>
        </>
      ) : (
        <ActionForm action={acts.makeLink} hidden={{ id: room.session.id }} className="space-y-1.5">
          <SubmitButton variant="outline" size={40}>
            {t("makeLink")}
          </SubmitButton>
          <p className="text-meta text-muted">{t("guestsNone")}</p>
        </ActionForm>
      )}
    </section>
  );
}

function Joins({ joins }: { joins: Present[] }) {
  const t = useTranslations("conference.lead");
  const locale = useLocale() as Locale;
  return (
    <section className="space-y-3">
      <SectionHead title={t("joins")} size="area" />
      <DataTable
        caption={t("joinsCaption")}
        hiddenCaption
        rows={joins}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t("joinsNone")}</p>}
        columns={[
          { key: "name", header: t("name"), rowHeader: true, cell: (row) => row.name },
          {
            key: "body",
            header: t("body"),
            cell: (row) => row.body ?? t(row.source === "AREA" ? "noBody" : "guest"),
          },
          {
            key: "role",
            header: t("role"),
            cell: (row) =>
              row.byFallback ? t("byFallback", { role: t(`roles.${row.role}`) }) : t(`roles.${row.role}`),
          },
          { key: "joinedAt", header: t("joinedAt"), cell: (row) => formatInstant(row.joinedAt, locale) },
          {
            key: "leftAt",
            header: t("leftAt"),
            cell: (row) => (row.leftAt ? formatTime(row.leftAt, locale) : t("unknown")),
          },
        ]}
      />
    </section>
  );
}
