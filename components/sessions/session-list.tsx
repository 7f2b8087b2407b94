import { useTranslations } from "next-intl";
import { KindIcon } from "@/components/sessions/kind-icon";
import { replyTone } from "@/components/sessions/reply-tone";
import { SessionState } from "@/components/sessions/session-state";
import { SessionDay, SessionWhen } from "@/components/sessions/session-when";
import { AppLink } from "@/components/ui/app-link";
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
  const t = useTranslations("sessions");
  const phase = sessionPhase(row, now);
  const isOver = row.endsAt < now;
  const asks = row.myReply === "NONE" && phase === "CONVENED";
  return (
    <li className="flex flex-wrap gap-x-5 gap-y-2 border-hairline border-b py-4 sm:flex-nowrap">
      <SessionDay startsAt={row.startsAt} muted={isOver} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-meta text-muted [&_svg]:size-4">
          <KindIcon kind={row.kind} />
          {t(`kind.${row.kind}`)}
        </p>
        <h3 className="text-h4">
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/sessions/[id]",
              params: { slug: row.programme.slug, id: row.id },
            }}
          >
            {row.title}
          </AppLink>
        </h3>
        <p className="mt-0.5">
          <SessionWhen {...row} />
        </p>
        <p className="text-meta text-muted">
          {t(`mode.${row.mode}`)}
          {row.place ? `, ${row.place}` : null}
        </p>
      </div>
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
