import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IndicatorTable, OutcomeTable } from "@/components/programmes/outcome-tables";
import { ButtonLink } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { listIndicators } from "@/lib/programmes/indicators/queries";
import { listOutcomes } from "@/lib/programmes/outcomes/queries";
import { canEditOutcomes, canProposeOutcome } from "@/lib/programmes/policy";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.outcomes" });
  return { title: t("areaTitle") };
}

export default async function AreaOutcomesPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const [t, outcomes, indicators] = await Promise.all([
    getTranslations("programmes.outcomes"),
    listOutcomes(actor, programme.id),
    listIndicators(actor, programme.id),
  ]);
  const mayEdit = canEditOutcomes(actor, programme);
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={t("areaTitle")}
        actions={
          <>
            {canProposeOutcome(actor, programme) ? (
              <ButtonLink
                size={40}
                icon={<Plus />}
                href={{ pathname: "/area/programmes/[slug]/outcomes/new", params: { slug } }}
              >
                {t(mayEdit ? "add" : "propose")}
              </ButtonLink>
            ) : null}
            {mayEdit ? (
              <ButtonLink
                size={40}
                variant="outline"
                icon={<Plus />}
                href={{ pathname: "/area/programmes/[slug]/indicators/new", params: { slug } }}
              >
                {t("addIndicator")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <section aria-labelledby="outcomes" className="space-y-3">
        <SectionHead id="outcomes" size="area" title={t("list")} />
        <OutcomeTable slug={slug} outcomes={outcomes} />
      </section>
      <section aria-labelledby="indicators" className="space-y-3">
        <SectionHead id="indicators" size="area" title={t("indicators")} />
        <IndicatorTable slug={slug} indicators={indicators} />
      </section>
    </div>
  );
}
