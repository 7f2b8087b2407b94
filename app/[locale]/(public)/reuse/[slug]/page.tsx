import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { Adaptations } from "@/components/reuse/adaptations";
import { Cover } from "@/components/reuse/cover";
import { ItemFacts } from "@/components/reuse/item-facts";
import { ItemHead } from "@/components/reuse/item-head";
import { ReleaseList } from "@/components/reuse/release-list";
import { Reusers } from "@/components/reuse/reusers";
import { WithdrawnNotice } from "@/components/reuse/withdrawn-notice";
import { JsonLd } from "@/components/ui/json-ld";
import { SectionHead } from "@/components/ui/section-head";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { coverAddress, itemLinkedData } from "@/lib/reuse/linked-data";
import { openItem } from "./open-item";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { title, abstract: description, state, ...item } = await openItem(slug);
  return {
    title,
    description,
    alternates: alternatesOf({ pathname: "/reuse/[slug]", params: { slug } }, locale),
    openGraph: {
      title,
      description,
      type: "article",
      ...(item.coverSha256 && state === "PUBLISHED" ? { images: [coverAddress(item)] } : {}),
    },
    ...(state === "WITHDRAWN" ? { robots: { index: false } } : {}),
  };
}

export default async function ItemPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const [t, item] = await Promise.all([getTranslations("reuse.item"), openItem(slug)]);
  const isWithdrawn = item.state === "WITHDRAWN";
  const downloads = item.releases.reduce((sum, one) => sum + one.downloads, 0);
  return (
    <>
      {isWithdrawn ? null : <JsonLd data={itemLinkedData(item, locale, env().siteUrl)} />}
      <ItemHead item={item} />
      <Band room="tight">
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
          {isWithdrawn ? null : (
            <div className="lg:col-start-2">
              <Cover item={item} large />
            </div>
          )}
          <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            {isWithdrawn ? <WithdrawnNotice item={item} /> : null}
            <p lang={item.lang} className="measure whitespace-pre-line text-lead [overflow-wrap:anywhere]">
              {item.abstract}
            </p>
            {isWithdrawn ? null : (
              <section aria-labelledby="releases" className="space-y-5">
                <SectionHead id="releases" title={t("releases")} />
                <ReleaseList releases={item.releases} />
                {item.releases.length > 0 ? (
                  <p className="text-meta text-muted">
                    {t("downloads", { count: downloads, date: formatDay(now(), locale) })}.{" "}
                    {t("downloadsNote")}
                  </p>
                ) : null}
              </section>
            )}
            <Adaptations item={item} />
            {isWithdrawn ? null : <Reusers item={item} />}
          </div>
          <aside className="lg:col-start-2" aria-label={t("facts")}>
            <ItemFacts item={item} />
          </aside>
        </div>
      </Band>
    </>
  );
}
