import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";
import { Band } from "@/components/layout/band";
import { NewsletterOffer } from "@/components/newsletter/newsletter-offer";
import { OutcomeList } from "@/components/programmes/outcome-list";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { ListFilters } from "@/components/ui/list-filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { listProgrammes } from "@/lib/programmes/catalogue/queries";
import { listPublishedOutcomes } from "@/lib/programmes/outcomes/queries";
import { outcomeFiltersSchema } from "@/lib/programmes/outcomes/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.outcomes" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/outcomes", locale) };
}

export default async function OutcomesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const filters = outcomeFiltersSchema.parse(await searchParams);
  const [t, page, programmes] = await Promise.all([
    getTranslations("site.outcomes"),
    listPublishedOutcomes(actor, filters),
    listProgrammes(actor, {}, 200),
  ]);
  const { after: _after, ...kept } = filters;
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <div className="space-y-8">
          <ListFilters
            action={getPathname({ href: "/outcomes", locale })}
            reset={filters.q || filters.programme ? "/outcomes" : undefined}
          >
            <TextInput name="q" type="search" label={t("words")} defaultValue={filters.q} />
            <Select
              name="programme"
              label={t("programme")}
              placeholder={t("anyProgramme")}
              defaultValue={filters.programme}
              options={programmes.rows.map(({ slug, shortTitle }) => ({ value: slug, label: shortTitle }))}
            />
          </ListFilters>
          {page.rows.length > 0 ? (
            <>
              <section aria-label={t("title")}>
                <h2 className="sr-only">{t("list")}</h2>
                <OutcomeList outcomes={page.rows} withProgramme />
              </section>
              <ListDownload list="outcomes" filters={kept} />
            </>
          ) : (
            <EmptyState title={t("none")}>
              <p>{t("noneNext")}</p>
            </EmptyState>
          )}
          <Pager
            next={
              page.next ? { pathname: "/outcomes", query: { ...given(kept), after: page.next } } : undefined
            }
          />
          <NewsletterOffer />
        </div>
      </Band>
    </>
  );
}
