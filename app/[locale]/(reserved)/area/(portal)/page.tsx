import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TodayView } from "@/components/today/today-view";
import { PageHead } from "@/components/ui/page-head";
import { dismissFirstStepsAction } from "@/lib/animation/welcome/actions";
import { formatLongDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { requireActor } from "@/lib/platform/request";
import { completeTaskAction } from "@/lib/sessions/minutes/actions";
import { getToday } from "@/lib/today/queries";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "today" });
  return { title: t("day.title") };
}

export default async function TodayPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, today] = await Promise.all([getTranslations("today"), getToday(actor)]);
  return (
    <div className="space-y-8">
      <PageHead size="area" title={t("day.title")} note={formatLongDay(actor.at, locale)} />
      <TodayView
        today={today}
        now={actor.at}
        completeTask={completeTaskAction}
        dismissFirstSteps={dismissFirstStepsAction}
      />
    </div>
  );
}
