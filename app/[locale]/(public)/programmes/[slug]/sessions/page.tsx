import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { OpenSessionList } from "@/components/sessions/open-session-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Rss } from "@/components/ui/icons";
import { Pager } from "@/components/ui/pager";
import { programmeFeedPath } from "@/lib/calendar/addresses";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage } from "@/lib/platform/request";
import { listOpenSessions } from "@/lib/sessions/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/sessions", params: { slug } },
    "sessions",
  );
}

export default async function OpenSessionsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const after = readCursor(one((await searchParams).after));
  const [t, list] = await Promise.all([
    getTranslations("sessions.open"),
    onPage(listOpenSessions(actor, slug, { after })),
  ]);
  const page = { pathname: "/programmes/[slug]/sessions" as const, params: { slug } };
  return (
    <ProgrammeFrame programme={programme} current="sessions">
      <Band room="tight">
        <div className="space-y-6">
          <p className="measure">{t("lead")}</p>
          {list.rows.length > 0 ? (
            <OpenSessionList rows={list.rows} now={actor.at} />
          ) : (
            <EmptyState title={t("empty")}>{t("emptyNote")}</EmptyState>
          )}
          <Pager
            previous={after ? page : undefined}
            next={list.next ? { ...page, query: { after: list.next } } : undefined}
          />
          <div className="no-print flex flex-wrap gap-3">
            <ButtonLink
              href={{ url: programmeFeedPath(slug, locale) }}
              variant="outline"
              size={40}
              icon={<Rss />}
            >
              {t("subscribe")}
            </ButtonLink>
            <ButtonLink href="/calendar" variant="plain" size={40}>
              {t("allPrograms")}
            </ButtonLink>
          </div>
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
