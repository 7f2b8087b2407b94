import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { HomeAxis } from "@/components/home/home-axis";
import { HomeFigures } from "@/components/home/home-figures";
import { HomeJoining } from "@/components/home/home-joining";
import { LatestOutcomes } from "@/components/home/latest-outcomes";
import { NextSessions } from "@/components/home/next-sessions";
import { Band } from "@/components/layout/band";
import { JsonLd } from "@/components/ui/json-ld";
import { countApproved } from "@/lib/documents/deliverables/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { getSite } from "@/lib/platform/settings/site";
import { countForHome, listAxisProgrammes } from "@/lib/programmes/home/queries";
import { findIndicators } from "@/lib/programmes/indicators/queries";
import { listPublishedOutcomes } from "@/lib/programmes/outcomes/queries";
import { listNextSessions } from "@/lib/sessions/queries";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.home" });
  return {
    title: { absolute: t("metaTitle") },
    description: t("lead"),
    alternates: alternatesOf("/", locale),
  };
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const [programmes, sessions, outcomes, quotations, counts, deliverables, site] = await Promise.all([
    listAxisProgrammes(actor),
    listNextSessions(actor, { size: 4 }),
    listPublishedOutcomes(actor, { quoted: false }, 2),
    listPublishedOutcomes(actor, { quoted: true }, 1),
    countForHome(actor),
    countApproved(actor),
    getSite(),
  ]);
  const indicators = await findIndicators(
    actor,
    outcomes.rows.flatMap(({ indicatorId }) => indicatorId ?? []),
  );
  const organisation = { "@type": "GovernmentOrganization", name: site.bodyName, url: site.bodyUrl };
  return (
    <>
      <JsonLd
        data={{
          "@type": "WebSite",
          name: "Sperimenta",
          url: env().siteUrl,
          inLanguage: locale,
          publisher: organisation,
        }}
      />
      <HomeAxis programmes={programmes} at={actor.at} />
      <Band>
        <div className="grid gap-x-18 gap-y-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <NextSessions sessions={sessions} />
          <LatestOutcomes outcomes={outcomes.rows} indicators={indicators} quotations={quotations.rows} />
        </div>
      </Band>
      <HomeFigures counts={counts} deliverables={deliverables} at={actor.at} />
      <HomeJoining />
    </>
  );
}
