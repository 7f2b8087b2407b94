import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ProgrammeFilters } from "@/components/programmes/programme-filters";
import { ProgrammeList } from "@/components/programmes/programme-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { listCatalogueChoices, listProgrammes } from "@/lib/programmes/catalogue/queries";
import { catalogueSchema } from "@/lib/programmes/catalogue/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "programmes.list" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/programmes", locale) };
}

export default async function ProgrammesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const filters = catalogueSchema.parse(await searchParams);
  const [t, page, choices] = await Promise.all([
    getTranslations("programmes.list"),
    listProgrammes(actor, filters),
    listCatalogueChoices(actor),
  ]);
  const { after: _after, ...kept } = filters;
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <div className="space-y-8">
          <ProgrammeFilters filters={filters} {...choices} />
          {page.rows.length > 0 ? (
            <>
              <ProgrammeList rows={page.rows} />
              <ListDownload list="programmes" filters={kept} />
            </>
          ) : (
            <EmptyState title={t("none")}>
              <p>{t("noneNext")}</p>
            </EmptyState>
          )}
          <Pager
            next={
              page.next ? { pathname: "/programmes", query: { ...given(kept), after: page.next } } : undefined
            }
          />
        </div>
      </Band>
    </>
  );
}
