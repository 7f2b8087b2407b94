import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CalendarBar } from "@/components/calendar/calendar-bar";
import { CalendarFilters, periodOf } from "@/components/calendar/calendar-filters";
import { CalendarSheet } from "@/components/calendar/calendar-sheet";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { readMonth, readWeek } from "@/lib/calendar/month";
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
  const { programme, body, kind, mode, mine } = asked;
  const filter = { programme, body, kind, mode, mine: mine === "on" };
  const query = {
    ...asked,
    month: readMonth(asked.month, actor.at),
    week: readWeek(asked.week, actor.at),
  };
  const [t, shown] = await Promise.all([
    getTranslations("calendar"),
    getOwnMonth(actor, { ...query, filter }),
  ]);
  const isFiltered = Object.values(filter).some(Boolean);
  const { sessions, deadlines } = shown;
  const content = { now: actor.at, sessions, deadlines, area: "reserved" } as const;
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("ownTitle")} lead={t("ownLead")} />
      <CalendarFilters
        action={getPathname({ href: "/area/calendar", locale })}
        query={query}
        programmes={shown.programmes}
        bodies={shown.bodies}
        withMine
        reset={isFiltered ? { pathname: "/area/calendar", query: periodOf(query) } : undefined}
      />
      <CalendarBar pathname="/area/calendar" query={query} />
      {shown.isCut ? <Notice tone="warning">{t("cut", { count: mostPerMonth })}</Notice> : null}
      <CalendarSheet query={query} content={content} isFiltered={isFiltered} />
      <p className="measure">
        {t("subscribe.personal")} <AppLink href="/area/profile">{t("subscribe.profile")}</AppLink>
      </p>
    </div>
  );
}
