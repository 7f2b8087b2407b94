import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ItemFilters } from "@/components/reuse/item-filters";
import { ItemList } from "@/components/reuse/item-list";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { listItems, listLibraryProgrammes } from "@/lib/reuse/queries";
import { itemFiltersSchema } from "@/lib/reuse/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "reuse.list" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/reuse", locale) };
}

export default async function ReusePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const { after, ...filters } = itemFiltersSchema.parse(await searchParams);
  const [t, page, programmes] = await Promise.all([
    getTranslations("reuse.list"),
    listItems(actor, { ...filters, after }),
    listLibraryProgrammes(actor),
  ]);
  const to = (query: Record<string, string>) => ({ pathname: "/reuse" as const, query });
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <div className="space-y-8">
          {programmes.length > 0 ? <ItemFilters filters={filters} programmes={programmes} /> : null}
          {page.rows.length > 0 ? (
            <section aria-label={t("title")}>
              <h2 className="sr-only">{t("results")}</h2>
              <ItemList items={page.rows} withProgramme />
            </section>
          ) : (
            <EmptyState title={t(programmes.length > 0 ? "none" : "empty")}>
              <p>{t(programmes.length > 0 ? "noneNext" : "emptyNext")}</p>
            </EmptyState>
          )}
          <Pager
            previous={after ? to(given(filters)) : undefined}
            next={page.next ? to({ ...given(filters), after: page.next }) : undefined}
          />
          <p className="text-meta">
            <AppLink href={{ url: "/opendata/catalogo.jsonld" }}>{t("catalogue")}</AppLink>
          </p>
        </div>
      </Band>
    </>
  );
}
