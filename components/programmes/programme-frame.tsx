import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Band } from "@/components/layout/band";
import { ProgrammePeriod } from "@/components/programmes/programme-period";
import { ProgrammeState } from "@/components/programmes/programme-state";
import { ShareLinks } from "@/components/programmes/share-links";
import { AppLink } from "@/components/ui/app-link";
import { CalendarRange, Copy, Landmark } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { ProgrammeHead } from "@/lib/programmes/queries";

const tabs = [
  "overview",
  "phases",
  "about",
  "sessions",
  "bodies",
  "outcomes",
  "documents",
  "forum",
  "joining",
] as const;
export type ProgrammeTab = (typeof tabs)[number];

type Props = {
  programme: ProgrammeHead;
  current: ProgrammeTab;
  /** The page's own heading; the overview is headed by the programme itself. */
  title?: string;
  children: ReactNode;
};

/** Head and sub-navigation of every public page of a programme. */
export function ProgrammeFrame({ programme, current, title, children }: Props) {
  const t = useTranslations("programmes");
  const isOverview = current === "overview";
  const home = { pathname: "/programmes/[slug]", params: { slug: programme.slug } } as const;
  const crumbs = [
    { label: t("list.title"), href: "/programmes" as const },
    { label: programme.shortTitle, href: home },
    ...(isOverview ? [] : [{ label: title ?? t(`tabs.${current}`) }]),
  ];
  return (
    <>
      <div className="bg-ground">
        <div className="page-width pt-5 pb-4">
          <PageHead
            crumbs={crumbs}
            title={
              isOverview ? (
                <span lang={programme.lang}>{programme.title}</span>
              ) : (
                (title ?? t(`tabs.${current}`))
              )
            }
            meta={<HeadFacts programme={programme} withTitle={!isOverview} />}
          />
        </div>
      </div>
      <div className="no-print sticky top-0 z-20 border-hairline border-b bg-ground">
        <div className="page-width">
          <TabsNav label={t("tabs.label")} items={useTabs(programme.slug, current)} />
        </div>
      </div>
      {programme.state === "DRAFT" ? (
        <Band room="none">
          <div className="pt-6">
            <Notice tone="warning" title={t("draft.title")}>
              {t("draft.text")}
            </Notice>
          </div>
        </Band>
      ) : null}
      {children}
      <ShareLinks programme={programme} />
    </>
  );
}

function HeadFacts({ programme, withTitle }: { programme: ProgrammeHead; withTitle: boolean }) {
  const t = useTranslations("programmes");
  return (
    <>
      {withTitle ? (
        <span lang={programme.lang} className="font-semibold">
          {programme.title}
        </span>
      ) : null}
      <ProgrammeState state={programme.state} />
      <MetaItem icon={<Landmark />}>{t("head.promoter", { name: programme.promoter.name })}</MetaItem>
      <MetaItem icon={<CalendarRange />}>
        <ProgrammePeriod begin={programme.begin} end={programme.end} />
      </MetaItem>
      {programme.clonedFrom ? (
        <MetaItem icon={<Copy />}>
          <AppLink href={{ pathname: "/programmes/[slug]", params: { slug: programme.clonedFrom.slug } }}>
            {t("head.clonedFrom", { title: programme.clonedFrom.shortTitle })}
          </AppLink>
        </MetaItem>
      ) : null}
    </>
  );
}

function useTabs(slug: string, current: ProgrammeTab) {
  const t = useTranslations("programmes.tabs");
  const params = { slug };
  const pages = {
    overview: "/programmes/[slug]",
    phases: "/programmes/[slug]/phases",
    about: "/programmes/[slug]/about",
    sessions: "/programmes/[slug]/sessions",
    bodies: "/programmes/[slug]/bodies",
    outcomes: "/programmes/[slug]/outcomes",
    documents: "/programmes/[slug]/documents",
    forum: "/programmes/[slug]/forum",
    joining: "/joining/[slug]",
  } as const;
  return tabs.map((tab) => ({
    href: { pathname: pages[tab], params },
    label: t(tab),
    current: tab === current,
  }));
}

/** Who says in which state a programme is, since when and why. */
export function StateOrigin({ programme }: { programme: ProgrammeHead }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  const since = programme.stateSince ? programme.stateSince.text : null;
  const words = since && locale !== "it" ? <span lang="it">{since}</span> : since;
  return (
    <>
      {t(`state.${programme.state}`)}
      {words ? <> ({words})</> : null}
      {", "}
      {t(`stateOrigin.${programme.stateOrigin}`)}
      {programme.stateReason ? (
        <span lang={programme.lang} className="block font-normal text-meta text-muted">
          {programme.stateReason}
        </span>
      ) : null}
    </>
  );
}
