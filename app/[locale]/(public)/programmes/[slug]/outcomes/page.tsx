import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { NewsletterOffer } from "@/components/newsletter/newsletter-offer";
import { IndicatorChart } from "@/components/programmes/indicator-chart";
import { OutcomeList } from "@/components/programmes/outcome-list";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listIndicators } from "@/lib/programmes/indicators/queries";
import { listOutcomes } from "@/lib/programmes/outcomes/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/outcomes", params: { slug } },
    "outcomes",
  );
}

export default async function OutcomesOfProgrammePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, indicators, all] = await Promise.all([
    getTranslations("programmes.outcomes"),
    listIndicators(actor, programme.id),
    listOutcomes(actor, programme.id),
  ]);
  const outcomes = all.filter(({ publishedAt }) => publishedAt !== null);
  const isEmpty = outcomes.length === 0 && indicators.length === 0;
  return (
    <ProgrammeFrame programme={programme} current="outcomes">
      <Band room="tight">
        {isEmpty ? (
          <EmptyState title={t(programme.isArchiveOfSource ? "sourceNone" : "none")}>
            <p>{t("noneNext")}</p>
          </EmptyState>
        ) : null}
        <div className="space-y-14">
          {indicators.map((indicator) => (
            <IndicatorChart
              key={indicator.id}
              indicator={indicator}
              csv={`/api/indicators/${indicator.id}`}
              level={2}
            />
          ))}
          {outcomes.length > 0 ? (
            <section aria-labelledby="published">
              <SectionHead id="published" title={t("published")} />
              <OutcomeList outcomes={outcomes} />
            </section>
          ) : null}
          <NewsletterOffer slug={slug} />
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
