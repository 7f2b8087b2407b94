import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OpenPolls, PlanningTools } from "@/components/sessions/planning-tools";
import { SessionList } from "@/components/sessions/session-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { CalendarPlus } from "@/components/ui/icons";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { listOpenPolls } from "@/lib/sessions/polls/queries";
import { listSessions } from "@/lib/sessions/queries";
import { sessionFiltersSchema } from "@/lib/sessions/schema";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions.list" });
  return { title: t("title") };
}

export default async function SessionsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const asked = await searchParams;
  const { when } = sessionFiltersSchema.parse(asked);
  const actor = await requireActor();
  const after = readCursor(one(asked.after));
  const [t, list, polls] = await Promise.all([
    getTranslations("sessions.list"),
    onPage(listSessions(actor, slug, { when, after })),
    listOpenPolls(actor, slug),
  ]);
  const to = (query: { when?: string; after?: string }) => ({
    pathname: "/area/programmes/[slug]/sessions" as const,
    params: { slug },
    query: given(query),
  });
  const add = list.mayManage ? (
    <ButtonLink
      href={{ pathname: "/area/programmes/[slug]/sessions/new", params: { slug } }}
      icon={<CalendarPlus />}
      size={40}
    >
      {t("new")}
    </ButtonLink>
  ) : null;
  const nextStep = list.mayManage ? t("emptyUpcomingManager") : t("emptyUpcomingMember");
  return (
    <div className="space-y-5">
      <PageHead size="area" title={t("title")} lead={t("lead")} actions={add} />
      {list.mayManage ? <PlanningTools slug={slug} /> : null}
      <OpenPolls polls={polls} slug={slug} />
      <TabsNav
        label={t("tabs")}
        items={[
          { href: to({}), label: t("upcoming"), current: when === "upcoming" },
          { href: to({ when: "past" }), label: t("past"), current: when === "past" },
        ]}
      />
      {list.rows.length > 0 ? (
        <>
          <SessionList rows={list.rows} now={actor.at} />
          <ListDownload list="sessions" filters={{ programme: slug, when }} />
        </>
      ) : (
        <EmptyState title={when === "past" ? t("emptyPast") : t("emptyUpcoming")}>
          {when === "past" ? null : nextStep}
        </EmptyState>
      )}
      <Pager
        previous={after ? to({ when: when === "past" ? "past" : undefined }) : undefined}
        next={list.next ? to({ when: when === "past" ? "past" : undefined, after: list.next }) : undefined}
      />
    </div>
  );
}
