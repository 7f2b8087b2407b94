import { useTranslations } from "next-intl";
import { replyTone } from "@/components/sessions/reply-tone";
import { SessionBody } from "@/components/sessions/session-body";
import { SessionState } from "@/components/sessions/session-state";
import { SessionDay } from "@/components/sessions/session-when";
import { StateChip } from "@/components/ui/state-chip";
import { sessionPhase } from "@/lib/sessions/lifecycle";
import type { MemberSessionRow } from "@/lib/sessions/session-row";

/** Sessions of a programme for its members, with the reader's own answer. */
export function SessionList({ rows, now }: { rows: MemberSessionRow[]; now: Date }) {
  return (
    <ul>
      {rows.map((row) => (
        <SessionItem key={row.id} row={row} now={now} />
      ))}
    </ul>
  );
}

function SessionItem({ row, now }: { row: MemberSessionRow; now: Date }) {
  const phase = sessionPhase(row, now);
  const isOver = row.endsAt < now;
  const asks = row.myReply === "NONE" && phase === "CONVENED";
  return (
    <li className="flex flex-wrap gap-x-5 gap-y-2 border-hairline border-b py-4 sm:flex-nowrap">
      <SessionDay startsAt={row.startsAt} muted={isOver} />
      <SessionBody
        row={row}
        level="h3"
        href={{
          pathname: "/area/programmes/[slug]/sessions/[id]",
          params: { slug: row.programme.slug, id: row.id },
        }}
      />
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:pl-25 sm:shrink-0 sm:flex-col sm:items-end">
        <Chips phase={phase} reply={row.myReply} asks={asks} />
      </div>
    </li>
  );
}

type ChipsProps = {
  phase: ReturnType<typeof sessionPhase>;
  reply: MemberSessionRow["myReply"];
  asks: boolean;
};

function Chips({ phase, reply, asks }: ChipsProps) {
  const t = useTranslations("sessions");
  return (
    <>
      <SessionState phase={phase} />
      {asks ? <StateChip tone="todo">{t("reply.NONE")}</StateChip> : null}
      {reply && reply !== "NONE" ? (
        <StateChip tone={replyTone(reply)}>{t(`reply.${reply}`)}</StateChip>
      ) : null}
    </>
  );
}
