import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { GuideSection } from "@/components/job-centre/guide-section";
import { ModelDiagram } from "@/components/job-centre/model-diagram";
import { ModelHead } from "@/components/job-centre/model-head";
import { ModelList } from "@/components/job-centre/model-list";
import { ModelOrigin } from "@/components/job-centre/model-origin";
import { NoModel } from "@/components/job-centre/no-model";
import { Band } from "@/components/layout/band";
import { readAnswers, suggestDesk } from "@/lib/job-centre/guide";
import { findModel } from "@/lib/job-centre/model/queries";
import { findGuide } from "@/lib/job-centre/queries";
import { jobServicesSchema } from "@/lib/job-centre/schema";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { exactDay, showSourceDate } from "@/lib/platform/source-date";
import { getStructure } from "@/lib/programmes/structure/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "job-centre" });
  return {
    title: t("title"),
    description: t("description"),
    alternates: alternatesOf("/job-services", locale),
  };
}

export default async function JobServicesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const query = jobServicesSchema.parse(await searchParams);
  const [model, guide] = await Promise.all([findModel(actor), findGuide(actor)]);
  if (!model) return <NoModel />;
  const [t, structure] = await Promise.all([
    getTranslations("job-centre.guide"),
    model.programme ? getStructure(actor, model.programme.slug) : null,
  ]);
  const chosen = model.areas.find(({ slug }) => slug === query.area)?.slug;
  const reading = guide && readAnswers(guide.content, query);
  return (
    <>
      <ModelHead model={model} />
      <Band room="none">
        <div
          id="model"
          className="grid gap-x-10 gap-y-10 pt-2 pb-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)] xl:grid-cols-[minmax(0,51rem)_minmax(0,1fr)]"
        >
          <div className="min-w-0 max-lg:order-2">
            <ModelDiagram model={model} chosen={chosen} />
          </div>
          <ModelList model={model} chosen={chosen} />
        </div>
      </Band>
      {guide && reading ? (
        <GuideSection
          guide={guide.content}
          reading={reading}
          suggestion={suggestDesk(guide.content, reading)}
          model={model}
          rulesNote={t("rules", {
            version: guide.version,
            date: showSourceDate(exactDay(guide.validFrom), locale),
            source: guide.source,
          })}
        />
      ) : null}
      {model.programme && structure ? (
        <Band>
          <ModelOrigin programme={model.programme} structure={structure} />
        </Band>
      ) : null}
    </>
  );
}
