import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CalendarBar } from "@/components/calendar/calendar-bar";
import { CalendarFilters, periodOf } from "@/components/calendar/calendar-filters";
import { CalendarSheet } from "@/components/calendar/calendar-sheet";
import { Subscribe } from "@/components/calendar/subscribe";
import { Band } from "@/components/layout/band";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { openFeedPath } from "@/lib/calendar/addresses";
import { readMonth, readWeek } from "@/lib/calendar/month";
import { getOpenMonth, mostPerMonth } from "@/lib/calendar/queries";
import { calendarQuerySchema } from "@/lib/calendar/schema";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "calendar" });
  const address = (language: Locale) => getPathname({ href: "/calendar", locale: language });
  return {
    title: t("title"),
    description: t("description"),
    alternates: {
      canonical: address(locale),
      languages: { it: address("it"), en: address("en") },
      types: { "text/calendar": openFeedPath },
    },
  };
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const asked = calendarQuerySchema.parse(await searchParams);
  const { programme, body, kind, mode } = asked;
  const filter = { programme, body, kind, mode };
  const query = {
    ...asked,
    mine: undefined,
    month: readMonth(asked.month, actor.at),
    week: readWeek(asked.week, actor.at),
  };
  const [t, shown] = await Promise.all([
    getTranslations("calendar"),
    getOpenMonth(actor, { ...query, filter }),
  ]);
  const isFiltered = Object.values(filter).some(Boolean);
  const content = { now: actor.at, sessions: shown.sessions, area: "public" } as const;
  return (
    <>
      <Band room="tight">
        <div className="space-y-6">
          <PageHead title={t("title")} />
          <CalendarFilters
            action={getPathname({ href: "/calendar", locale })}
            query={query}
            programmes={shown.programmes}
            bodies={shown.bodies}
            reset={isFiltered ? { pathname: "/calendar", query: periodOf(query) } : undefined}
          />
          <CalendarBar pathname="/calendar" query={query} />
          {shown.isCut ? <Notice tone="warning">{t("cut", { count: mostPerMonth })}</Notice> : null}
          <CalendarSheet query={query} content={content} isFiltered={isFiltered} />
        </div>
      </Band>
      <Band room="tight">
        <Subscribe address={`${env().siteUrl}${openFeedPath}`} path={openFeedPath}>
          <p>{t("subscribe.perProgramme")}</p>
        </Subscribe>
      </Band>
    </>
  );
}
