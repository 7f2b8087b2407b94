import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AreaWays } from "@/components/job-centre/area-view";
import { ModelSource } from "@/components/job-centre/model-source";
import { Neighbours } from "@/components/job-centre/neighbours";
import { StepList } from "@/components/job-centre/step-list";
import { Band } from "@/components/layout/band";
import { JsonLd } from "@/components/ui/json-ld";
import { PageHead } from "@/components/ui/page-head";
import { serviceLinkedData } from "@/lib/job-centre/model/linked-data";
import { listSteps, type ModelFunction } from "@/lib/job-centre/model/queries";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage } from "@/lib/platform/request";
import { openArea } from "../../../open-model";

type Props = { params: Promise<{ locale: Locale; area: string; function: string }> };

const addressOf = (area: string, service: string) =>
  ({ pathname: "/job-services/model/[area]/[function]", params: { area, function: service } }) as const;

async function openFunction(area: string, slug: string) {
  const opened = await openArea(area);
  const index = opened.area.functions.findIndex((one) => one.slug === slug);
  const service = opened.area.functions[index];
  if (!service) notFound();
  return { ...opened, service, index };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, area: areaSlug, function: slug } = await params;
  const { area, service } = await openFunction(areaSlug, slug);
  const t = await getTranslations({ locale, namespace: "job-centre.function" });
  return {
    title: t("metaTitle", { name: inLanguage(service.name, locale), area: inLanguage(area.name, locale) }),
    description: inLanguage(service.description, locale),
    alternates: alternatesOf(addressOf(areaSlug, slug), locale),
  };
}

export default async function FunctionPage({ params }: Props) {
  const { locale, area: areaSlug, function: slug } = await params;
  setRequestLocale(locale);
  const { actor, model, area, service, index } = await openFunction(areaSlug, slug);
  const [t, steps] = await Promise.all([
    getTranslations("job-centre"),
    onPage(listSteps(actor, { area: areaSlug, service: slug })),
  ]);
  const neighbour = (other: ModelFunction | undefined) =>
    other && { href: addressOf(areaSlug, other.slug), name: inLanguage(other.name, locale) };
  const [name, areaName] = [inLanguage(service.name, locale), inLanguage(area.name, locale)];
  return (
    <>
      <JsonLd
        data={serviceLinkedData(model, {
          name: service.name,
          text: service.description,
          locale,
          url: env().siteUrl + getPathname({ href: addressOf(areaSlug, slug), locale }),
        })}
      />
      <Band ground="head" room="tight">
        <PageHead
          crumbs={[
            { label: t("home"), href: "/job-services" },
            { label: areaName, href: { pathname: "/job-services/model/[area]", params: { area: areaSlug } } },
            { label: name },
          ]}
          title={name}
          meta={<span className="text-base text-muted">{t("function.about", { area: areaName })}</span>}
          lead={inLanguage(service.description, locale)}
        />
      </Band>
      <Band room="tight">
        <div className="space-y-12">
          <StepList steps={steps} />
          <AreaWays model={model} area={area} />
          <ModelSource model={model} place={area.source} />
          <Neighbours
            label={t("function.others")}
            previous={neighbour(area.functions[index - 1])}
            next={neighbour(area.functions[index + 1])}
          />
        </div>
      </Band>
    </>
  );
}
