import { getTranslations } from "next-intl/server";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { route } from "@/lib/platform/route";
import { listAddresses } from "@/lib/programmes/catalogue/queries";
import { rssOf } from "@/lib/programmes/feed";
import { listPublishedOutcomes } from "@/lib/programmes/outcomes/queries";

/** Programmes and outcomes as they are published: RSS, in Italian, the language of the texts. */
export const GET = route({ name: "programmes.feed", audience: ["anyone"] }, async () => {
  const actor = visitorActor(now());
  const { siteUrl } = env();
  const [t, programmes, outcomes] = await Promise.all([
    getTranslations({ locale: "it", namespace: "site.feed" }),
    listAddresses(actor),
    listPublishedOutcomes(actor, {}, 50),
  ]);
  const address = (href: Href) => `${siteUrl}${getPathname({ href, locale: "it" })}`;
  const entries = [
    ...programmes.slice(0, 50).map(({ slug, title, summary, createdAt }) => ({
      id: `programme:${slug}`,
      title: t("programme", { title }),
      summary,
      url: address({ pathname: "/programmes/[slug]", params: { slug } }),
      at: createdAt,
    })),
    ...outcomes.rows.map(({ id, title, text, publishedAt, createdAt, programme }) => ({
      id: `outcome:${id}`,
      title: t("outcome", { title }),
      summary: text.slice(0, 500),
      url: `${address({ pathname: "/programmes/[slug]/outcomes", params: { slug: programme.slug } })}#outcome-${id}`,
      at: publishedAt ?? createdAt,
    })),
  ];
  const channel = { title: t("title"), description: t("description"), siteUrl, language: "it", at: actor.at };
  return new Response(rssOf(channel, entries), {
    headers: { "content-type": "application/rss+xml; charset=utf-8", "cache-control": "public, max-age=300" },
  });
});
