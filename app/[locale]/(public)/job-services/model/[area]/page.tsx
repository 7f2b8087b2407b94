import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AreaView } from "@/components/job-centre/area-view";
import { ModelSource } from "@/components/job-centre/model-source";
import { Neighbours } from "@/components/job-centre/neighbours";
import { Band } from "@/components/layout/band";
import { JsonLd } from "@/components/ui/json-ld";
import { PageHead } from "@/components/ui/page-head";
import { serviceLinkedData } from "@/lib/job-centre/model/linked-data";
import type { ModelArea } from "@/lib/job-centre/model/queries";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { openArea } from "../../open-model";

type Props = { params: Promise<{ locale: Locale; area: string }> };

const addressOf = (area: string) => ({ pathname: "/job-services/model/[area]", params: { area } }) as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, area: slug } = await params;
  const { area } = await openArea(slug);
  const t = await getTranslations({ locale, namespace: "job-centre.area" });
  return {
    title: t("metaTitle", { area: inLanguage(area.name, locale) }),
    description: inLanguage(area.mission, locale),
    alternates: alternatesOf(addressOf(slug), locale),
  };
}

export default async function AreaPage({ params }: Props) {
  const { locale, area: slug } = await params;
  setRequestLocale(locale);
  const { model, area, position } = await openArea(slug);
  const t = await getTranslations("job-centre");
  const neighbour = (other: ModelArea | undefined) =>
    other && { href: addressOf(other.slug), name: inLanguage(other.name, locale) };
  const name = inLanguage(area.name, locale);
  return (
    <>
      <JsonLd
        data={serviceLinkedData(model, {
          name: area.name,
          text: area.mission,
          locale,
          url: env().siteUrl + getPathname({ href: addressOf(slug), locale }),
        })}
      />
      <Band ground="head" room="tight">
        <PageHead
          crumbs={[{ label: t("home"), href: "/job-services" }, { label: name }]}
          title={name}
          meta={<span className="text-base text-muted">{t(`macro.${area.macroArea}`)}</span>}
          lead={inLanguage(area.mission, locale)}
        />
      </Band>
      <Band room="tight">
        <div className="space-y-12">
          <AreaView model={model} area={area} />
          <ModelSource model={model} place={area.source} />
          <Neighbours
            label={t("area.areas")}
            previous={neighbour(model.areas[position - 1])}
            next={neighbour(model.areas[position + 1])}
          />
        </div>
      </Band>
    </>
  );
}
