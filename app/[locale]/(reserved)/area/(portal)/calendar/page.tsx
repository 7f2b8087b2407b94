import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CalendarBar } from "@/components/calendar/calendar-bar";
import { CalendarFilters } from "@/components/calendar/calendar-filters";
import { CalendarLegend } from "@/components/calendar/calendar-legend";
import { MonthList } from "@/components/calendar/month-list";
import { MonthSheet } from "@/components/calendar/month-sheet";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { readMonth } from "@/lib/calendar/month";
import { getOwnMonth, mostPerMonth } from "@/lib/calendar/queries";
import { calendarQuerySchema } from "@/lib/calendar/schema";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "calendar" });
  return { title: t("ownTitle") };
}

export default async function OwnCalendarPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const asked = calendarQuerySchema.parse(await searchParams);
  const query = { ...asked, month: readMonth(asked.month, actor.at) };
  const filter = { programme: query.programme, kind: query.kind, mode: query.mode };
  const [t, month] = await Promise.all([
    getTranslations("calendar"),
    getOwnMonth(actor, { month: query.month, view: query.view, filter }),
  ]);
  const isFiltered = Object.values(filter).some(Boolean);
  const { sessions, deadlines } = month;
  const view = { month: query.month, now: actor.at, sessions, deadlines, area: "reserved" } as const;
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("ownTitle")} lead={t("ownLead")} />
      <CalendarFilters
        action={getPathname({ href: "/area/calendar", locale })}
        query={query}
        programmes={month.programmes}
        reset={isFiltered ? { pathname: "/area/calendar", query: { month: query.month } } : undefined}
      />
      <CalendarBar pathname="/area/calendar" query={query} />
      {month.isCut ? <Notice tone="warning">{t("cut", { count: mostPerMonth })}</Notice> : null}
      {query.view === "list" ? (
        <MonthList {...view} isFiltered={isFiltered} />
      ) : (
        <>
          <MonthSheet {...view} />
          <CalendarLegend withDeadlines />
        </>
      )}
      <p className="measure">
        {t("subscribe.personal")} <AppLink href="/area/profile">{t("subscribe.profile")}</AppLink>
      </p>
    </div>
  );
}
