import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { IndicatorChart } from "@/components/programmes/indicator-chart";
import { IndicatorForm } from "@/components/programmes/indicator-form";
import { ReadingTable } from "@/components/programmes/reading-table";
import { ButtonLink } from "@/components/ui/button";
import { Plus, Trash2 } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { editIndicatorAction, removeMeasurementAction } from "@/lib/programmes/indicators/actions";
import { canEditOutcomes } from "@/lib/programmes/policy";
import { areaIndicator } from "./area-indicator";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.indicators" });
  const { indicator } = await areaIndicator(slug, id);
  return { title: pageTitle(t("title"), indicator.title) };
}

export default async function AreaIndicatorPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme, indicator } = await areaIndicator(slug, id);
  const [t, outcomes] = await Promise.all([
    getTranslations("programmes.indicators"),
    getTranslations("programmes.outcomes"),
  ]);
  const mayEdit = canEditOutcomes(actor, programme);
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={indicator.title}
        crumbs={[
          {
            label: outcomes("areaTitle"),
            href: { pathname: "/area/programmes/[slug]/outcomes", params: { slug } },
          },
          { label: indicator.title },
        ]}
        actions={
          mayEdit ? (
            <>
              <ButtonLink
                size={40}
                icon={<Plus />}
                href={{ pathname: "/area/programmes/[slug]/indicators/[id]/measure", params: { slug, id } }}
              >
                {t("measure")}
              </ButtonLink>
              <ButtonLink
                size={40}
                variant="danger"
                icon={<Trash2 />}
                href={{ pathname: "/area/programmes/[slug]/indicators/[id]/remove", params: { slug, id } }}
              >
                {t("remove")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <IndicatorChart indicator={indicator} csv={`/api/indicators/${id}`} level={2} />
      <section aria-labelledby="readings" className="space-y-3">
        <SectionHead id="readings" size="area" title={t("readings")} />
        <ReadingTable indicator={indicator} removeAction={mayEdit ? removeMeasurementAction : undefined} />
      </section>
      {mayEdit ? (
        <section aria-labelledby="edit" className="space-y-5">
          <SectionHead id="edit" size="area" title={t("edit")} />
          <IndicatorForm action={editIndicatorAction} programme={programme} indicator={indicator} />
        </section>
      ) : null}
    </div>
  );
}
