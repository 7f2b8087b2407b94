import { getTranslations } from "next-intl/server";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { route } from "@/lib/platform/route";
import { getSite } from "@/lib/platform/settings/site";
import { catalogueOf } from "@/lib/reuse/catalogue/dcat";
import { openLists } from "@/lib/reuse/catalogue/open-lists";
import { listCatalogueItems } from "@/lib/reuse/catalogue/queries";

/** The library and the open lists for machines: DCAT-AP_IT in JSON-LD. */
export const GET = route({ name: "reuse.catalogue", audience: ["anyone"] }, async () => {
  const actor = visitorActor(now());
  const { siteUrl } = env();
  const [it, en, site, items] = await Promise.all([
    getTranslations({ locale: "it", namespace: "reuse.catalogue" }),
    getTranslations({ locale: "en", namespace: "reuse.catalogue" }),
    getSite(),
    listCatalogueItems(actor),
  ]);
  const address = (href: Href) => `${siteUrl}${getPathname({ href, locale: "it" })}`;
  const catalogue = catalogueOf({
    siteUrl,
    at: actor.at,
    publisher: {
      id: site.bodyUrl ?? siteUrl,
      identifier: site.taxCode ?? new URL(siteUrl).hostname,
      name: site.bodyName,
    },
    title: { it: it("title"), en: en("title") },
    description: { it: it("description"), en: en("description") },
    items,
    itemPage: (slug) => address({ pathname: "/reuse/[slug]", params: { slug } }),
    bodyPage: (slug) => address({ pathname: "/organisations/[slug]", params: { slug } }),
    lists: openLists.map(({ page, ...list }) => ({
      ...list,
      page: address(page),
      title: { it: it(`lists.${list.name}.title`), en: en(`lists.${list.name}.title`) },
      description: { it: it(`lists.${list.name}.description`), en: en(`lists.${list.name}.description`) },
    })),
  });
  return new Response(JSON.stringify(catalogue), {
    headers: { "content-type": "application/ld+json", "cache-control": "public, max-age=300" },
  });
});
