import type { MetadataRoute } from "next";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { routing } from "@/lib/platform/i18n/routing";
import { metadataRoute } from "@/lib/platform/route";
import { listAddresses } from "@/lib/programmes/catalogue/queries";
import { listItemAddresses } from "@/lib/reuse/queries";

export const dynamic = "force-dynamic";

const fixed = [
  "/",
  "/programmes",
  "/calendar",
  "/outcomes",
  "/reuse",
  "/organisations",
  "/job-services",
  "/smart-working",
  "/privacy",
  "/legal-notes",
  "/accessibility",
] as const satisfies Href[];

const ofProgramme = [
  "/programmes/[slug]",
  "/programmes/[slug]/phases",
  "/programmes/[slug]/about",
  "/programmes/[slug]/sessions",
  "/programmes/[slug]/bodies",
  "/programmes/[slug]/outcomes",
  "/programmes/[slug]/documents",
  "/programmes/[slug]/forum",
  "/programmes/[slug]/faq",
  "/programmes/[slug]/newsletter",
  "/joining/[slug]",
] as const;

/** The public pages in both languages. */
export default metadataRoute("portal.siteMap", async (): Promise<MetadataRoute.Sitemap> => {
  const actor = visitorActor(now());
  const [programmes, items] = await Promise.all([listAddresses(actor), listItemAddresses(actor)]);
  return [
    ...fixed.map((href) => entry(href)),
    ...programmes.flatMap(({ slug, updatedAt }) =>
      ofProgramme.map((pathname) => entry({ pathname, params: { slug } }, updatedAt)),
    ),
    ...items.map(({ slug, modifiedAt }) =>
      entry({ pathname: "/reuse/[slug]", params: { slug } }, modifiedAt),
    ),
  ];
});

function entry(href: Href, lastModified?: Date): MetadataRoute.Sitemap[number] {
  const { siteUrl } = env();
  const address = (locale: (typeof routing.locales)[number]) => `${siteUrl}${getPathname({ href, locale })}`;
  return {
    url: address(routing.defaultLocale),
    lastModified,
    alternates: { languages: Object.fromEntries(routing.locales.map((locale) => [locale, address(locale)])) },
  };
}
