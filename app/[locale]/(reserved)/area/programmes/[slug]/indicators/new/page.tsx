import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IndicatorForm } from "@/components/programmes/indicator-form";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { addIndicatorAction } from "@/lib/programmes/indicators/actions";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.outcomes" });
  return { title: t("addIndicator") };
}

export default async function NewIndicatorPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  if (!canEditOutcomes(actor, programme)) notFound();
  const t = await getTranslations("programmes.outcomes");
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("addIndicator")}
        crumbs={[
          { label: t("areaTitle"), href: { pathname: "/area/programmes/[slug]/outcomes", params: { slug } } },
          { label: t("addIndicator") },
        ]}
      />
      <IndicatorForm action={addIndicatorAction} programme={programme} />
    </div>
  );
}
