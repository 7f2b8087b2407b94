import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { LevelScales } from "@/components/smart-working/level-scales";
import { ProfileComparison } from "@/components/smart-working/profile-comparison";
import { RelatedProgrammes } from "@/components/smart-working/related-programmes";
import { ProgrammePhases, ToolLines, WhatItIs } from "@/components/smart-working/source-programme";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { exactDay, showSourceDate } from "@/lib/platform/source-date";
import { findProgrammeBySlug } from "@/lib/programmes/queries";
import { getStructure } from "@/lib/programmes/structure/queries";
import { findProfiles } from "@/lib/smart-working/queries";
import { smartWorkingProgrammes } from "@/lib/smart-working/schema";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "smart-working" });
  return {
    title: t("title"),
    description: t("description"),
    alternates: alternatesOf("/smart-working", locale),
  };
}

export default async function SmartWorkingPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const [t, profiles, ...heads] = await Promise.all([
    getTranslations("smart-working"),
    findProfiles(actor),
    ...smartWorkingProgrammes.map((slug) => findProgrammeBySlug(actor, slug)),
  ]);
  const programmes = heads.filter((one) => one !== null);
  const source = programmes.find(({ slug }) => slug === smartWorkingProgrammes[0]);
  const part = source && {
    slug: source.slug,
    lang: source.lang,
    structure: await getStructure(actor, source.slug),
  };
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead
          title={t("title")}
          lead={t("lead")}
          meta={
            source?.sourceTitle ? (
              <span className="text-base text-muted">
                {t("source")} <span lang={source.lang}>{source.sourceTitle}</span>
              </span>
            ) : null
          }
        />
      </Band>
      <Band room="tight">
        <div className="space-y-14">
          {part ? (
            <section aria-labelledby="what">
              <SectionHead id="what" title={t("what.title")} />
              <div className="pt-6">
                <WhatItIs {...part} />
              </div>
            </section>
          ) : null}
          <section aria-labelledby="profiles">
            <SectionHead id="profiles" title={t("profiles.title")} />
            {profiles ? (
              <ProfileComparison profiles={profiles.content} />
            ) : (
              <EmptyState title={t("profiles.none")}>
                <p>{t("profiles.noneNext")}</p>
              </EmptyState>
            )}
          </section>
          {profiles ? (
            <section aria-labelledby="scales">
              <SectionHead id="scales" title={t("scales.title")} />
              <div className="pt-6">
                <LevelScales {...profiles.content} />
              </div>
              <p className="measure mt-4 text-meta text-muted">
                {t("rules", {
                  version: profiles.version,
                  date: showSourceDate(exactDay(profiles.validFrom), locale),
                })}{" "}
                <span lang="it">{profiles.source}</span>
              </p>
            </section>
          ) : null}
          {part ? <ProgrammePhases {...part} at={actor.at} /> : null}
          {part ? <ToolLines {...part} /> : null}
          <RelatedProgrammes programmes={programmes} />
        </div>
      </Band>
    </>
  );
}
