import { useLocale, useTranslations } from "next-intl";
import { Duration } from "@/components/sessions/duration-facts";
import { SessionState } from "@/components/sessions/session-state";
import { AppLink, type Href } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Missing } from "@/lib/sessions/followup/missing";
import type { FollowedSession } from "@/lib/sessions/followup/queries";

const page = "/area/programmes/[slug]/sessions/[id]";
/** Where what is missing is made good. */
const remedies = {
  attendance: `${page}/attendance`,
  minutes: `${page}/minutes`,
  closing: `${page}/close`,
  publishing: page,
} as const satisfies Record<Missing, string>;

type Props = { sessions: FollowedSession[]; mayManage: boolean };

/** Where each session stands, what it lacks, and how long it was announced, scheduled and really was. */
export function FollowUpSessions({ sessions, mayManage }: Props) {
  const t = useTranslations("followup.sessions");
  const locale = useLocale() as Locale;
  return (
    <section className="space-y-3">
      <SectionHead
        title={t("title")}
        size="area"
        note={t("waiting", { count: sessions.filter((one) => one.missing.length > 0).length })}
      />
      <DataTable
        caption={t("caption")}
        hiddenCaption
        rows={sessions}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t("empty")}>{t("emptyNote")}</EmptyState>}
        columns={[
          {
            key: "session",
            header: t("session"),
            rowHeader: true,
            cell: (one) => (
              <>
                <AppLink href={{ pathname: page, params: paramsOf(one) }}>{one.title}</AppLink>
                <span className="block font-normal text-meta text-muted">
                  {formatRange(one.startsAt, one.endsAt, locale)}
                </span>
              </>
            ),
          },
          { key: "state", header: t("state"), cell: (one) => <SessionState phase={one.phase} /> },
          {
            key: "missing",
            header: t("missing"),
            cell: (one) => <MissingList session={one} mayManage={mayManage} />,
          },
          { key: "announced", header: t("announced"), cell: (one) => <Length of={one.lengths.announced} /> },
          { key: "scheduled", header: t("scheduled"), cell: (one) => <Length of={one.lengths.scheduled} /> },
          {
            key: "actual",
            header: t("actual"),
            cell: (one) => (isToCome(one) ? null : <Length of={one.lengths.actual} />),
          },
        ]}
      />
    </section>
  );
}

function MissingList({ session, mayManage }: { session: FollowedSession; mayManage: boolean }) {
  const t = useTranslations("followup");
  if (session.missing.length === 0) {
    const words = isToCome(session) ? t("sessions.toCome") : t("sessions.nothing");
    return <span className="text-muted">{words}</span>;
  }
  return (
    <ul className="space-y-1">
      {session.missing.map((one) => {
        const href: Href = { pathname: remedies[one], params: paramsOf(session) };
        const word = t(`missing.${one}`);
        // What a closed session lacks is written after it was reopened, by its page.
        const inReach = mayManage && (session.phase === "HELD" || one === "publishing");
        return (
          <li key={one}>
            <StateChip tone="correct" look="inline">
              {inReach ? <AppLink href={href}>{word}</AppLink> : word}
            </StateChip>
          </li>
        );
      })}
    </ul>
  );
}

function Length({ of: minutes }: { of: number | null }) {
  const t = useTranslations("followup.sessions");
  if (minutes === null) return <span className="text-muted">{t("unknown")}</span>;
  return <Duration minutes={minutes} />;
}

const isToCome = ({ phase }: FollowedSession) => phase === "CONVENED" || phase === "RUNNING";
const paramsOf = ({ id, programme }: FollowedSession) => ({ slug: programme.slug, id });
