import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LiveNotice } from "@/components/sessions/live/live-notice";
import { LiveNow } from "@/components/sessions/live/live-now";
import { LivePoints } from "@/components/sessions/live/live-points";
import { LiveRefresh } from "@/components/sessions/live/live-refresh";
import { LiveWays } from "@/components/sessions/live/live-ways";
import { WhoIsHere } from "@/components/sessions/live/who-is-here";
import { SessionState } from "@/components/sessions/session-state";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { tickPresenceAction } from "@/lib/sessions/attendance/actions";
import { freshIdentifier } from "@/lib/sessions/identifier";
import {
  addDecisionAction,
  addTaskAction,
  endPointAction,
  keepNotesAction,
  startPointAction,
} from "@/lib/sessions/live/actions";
import { getLive } from "@/lib/sessions/live/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const acts = {
  start: startPointAction,
  end: endPointAction,
  keep: keepNotesAction,
  addDecision: addDecisionAction,
  addTask: addTaskAction,
};

const open = pageQuery(getLive);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "live.page" });
  const { session } = await open({ slug, id, item: one((await searchParams).point) });
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function LivePage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const item = one((await searchParams).point);
  const [t, view] = await Promise.all([getTranslations("live.page"), open({ slug, id, item })]);
  const { session, phase, bodies, may } = view;
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("titleOf", { session: session.title })}
        crumbs={[{ label: session.title, href: back }, { label: t("title") }]}
        meta={<SessionState phase={session.phase} />}
      />
      <LiveNotice view={view} />
      <LiveWays view={view} now={actor.at} item={item} />
      {phase === "off" ? null : <LiveNow view={view} />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <LivePoints
          view={view}
          now={actor.at}
          place={{ slug, id: session.id, reader: actor.personId ?? "" }}
          newKey={() => freshIdentifier(actor.at)}
          acts={acts}
        />
        {bodies ? (
          <WhoIsHere
            bodies={bodies}
            sessionId={session.id}
            hasRoom={session.mode !== "IN_PERSON"}
            tick={may.tick ? tickPresenceAction : null}
          />
        ) : null}
      </div>
      {phase === "open" || phase === "early" ? (
        <LiveRefresh address={`/api/sessions/${session.id}/live`} mark={view.mark} />
      ) : null}
    </div>
  );
}
