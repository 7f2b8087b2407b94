import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MeasureForm } from "@/components/programmes/measure-form";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";
import { recordMeasurementsAction } from "@/lib/programmes/indicators/actions";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { listBodies } from "@/lib/programmes/queries";
import { areaIndicator } from "../area-indicator";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.indicators" });
  const { indicator } = await areaIndicator(slug, id);
  return { title: pageTitle(t("measure"), indicator.title) };
}

export default async function MeasurePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, indicator } = await areaIndicator(slug, id);
  if (!canEditOutcomes(actor, programme)) notFound();
  const [t, bodies] = await Promise.all([
    getTranslations("programmes.indicators"),
    listBodies(actor, programme.id),
  ]);
  const taking = bodies.filter(
    ({ state }) => state === "SELECTED" || state === "ACTIVE" || state === "CONCLUDED",
  );
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("measure")}
        lead={indicator.title}
        crumbs={[
          {
            label: indicator.title,
            href: { pathname: "/area/programmes/[slug]/indicators/[id]", params: { slug, id } },
          },
          { label: t("measure") },
        ]}
      />
      <MeasureForm
        action={recordMeasurementsAction}
        slug={slug}
        indicator={indicator}
        bodies={taking}
        today={romeDay(actor.at)}
      />
    </div>
  );
}
