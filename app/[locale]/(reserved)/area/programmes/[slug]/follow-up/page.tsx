import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PrintButton } from "@/components/layout/print-button";
import { FollowUpSessions } from "@/components/sessions/follow-up-sessions";
import { LateAtSession } from "@/components/sessions/late-at-session";
import { OpenOfMinutes } from "@/components/sessions/open-of-minutes";
import { PresenceMatrix } from "@/components/sessions/presence-matrix";
import { ButtonLink } from "@/components/ui/button";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { getOpenOfMinutes } from "@/lib/sessions/followup/open/queries";
import { getFollowUp, getLateAtLastSession } from "@/lib/sessions/followup/queries";
import { canSchedule } from "@/lib/sessions/policy";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "followup" });
  return { title: t("title") };
}

export default async function FollowUpPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const after = readCursor(one((await searchParams).after));
  const [t, view, late, open] = await Promise.all([
    getTranslations("followup"),
    onPage(getFollowUp(actor, slug, { after })),
    onPage(getLateAtLastSession(actor, slug)),
    onPage(getOpenOfMinutes(actor, slug)),
  ]);
  const page = { pathname: "/area/programmes/[slug]/follow-up" as const, params: { slug } };
  const begun = view.sessions.filter((session) => session.startsAt <= actor.at);
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={<PrintButton label={t("print")} />}
      />
      <FollowUpSessions
        sessions={view.sessions}
        mayManage={canSchedule(actor, { programmeId: view.programme.id })}
      />
      <PresenceMatrix sessions={begun} bodies={view.bodies} />
      {view.next || after ? (
        <nav aria-label={t("pages.label")} className="no-print flex flex-wrap gap-3">
          {after ? (
            <ButtonLink href={page} variant="outline" size={40}>
              {t("pages.latest")}
            </ButtonLink>
          ) : null}
          {view.next ? (
            <ButtonLink href={{ ...page, query: { after: view.next } }} variant="outline" size={40}>
              {t("pages.earlier")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <OpenOfMinutes slug={slug} open={open} />
      <LateAtSession slug={slug} late={late} />
      <ListDownload list="follow-up" filters={{ programme: slug }} />
    </div>
  );
}
