import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SearchResults } from "@/components/search/search-results";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest, requireActor } from "@/lib/platform/request";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "search" });
  return { title: t("title") };
}

export default async function AreaSearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const asked = searchSchema.parse(await searchParams);
  const t = await getTranslations("search");
  const wait = asked.q ? await countRequest("search") : null;
  const results = wait ? null : await search(actor, asked);
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("title")} />
      {results ? <SearchResults face="area" asked={asked} results={results} /> : null}
      {wait ? <WaitNotice minutes={wait} /> : null}
    </div>
  );
}
