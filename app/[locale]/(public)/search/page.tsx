import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { SearchResults } from "@/components/search/search-results";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { q } = searchSchema.parse(await searchParams);
  const t = await getTranslations({ locale, namespace: "search" });
  return {
    title: q ? t("titleOf", { q }) : t("title"),
    description: t("description"),
    alternates: alternatesOf("/search", locale),
    // Results are other pages' texts: those are the ones to be found.
    ...(q ? { robots: { index: false } } : {}),
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = searchSchema.parse(await searchParams);
  const t = await getTranslations("search");
  const wait = asked.q ? await countRequest("search") : null;
  const results = wait ? null : await search(visitorActor(now()), asked);
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} />
      </Band>
      <Band room="tight">
        {results ? <SearchResults face="public" asked={asked} results={results} /> : null}
        {wait ? <WaitNotice minutes={wait} /> : null}
      </Band>
    </>
  );
}
