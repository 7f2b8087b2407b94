import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ReuseItemPage } from "@/lib/reuse/queries";
import { licenceOf } from "@/lib/reuse/vocabulary";

/** An item as schema.org knows it: a work with its licence, its files and what it was made from. */
export function itemLinkedData(
  item: ReuseItemPage,
  locale: Locale,
  siteUrl: string,
): Record<string, unknown> {
  const addressOf = (slug: string) =>
    `${siteUrl}${getPathname({ href: { pathname: "/reuse/[slug]", params: { slug } }, locale })}`;
  const { promoter } = item.programme;
  return {
    "@type": "CreativeWork",
    name: item.title,
    abstract: item.abstract,
    inLanguage: item.lang,
    url: addressOf(item.slug),
    license: licenceOf(item.licence).url,
    author: item.authors.map((name) => ({ "@type": "Organization", name })),
    publisher: { "@type": "GovernmentOrganization", name: promoter.name },
    copyrightHolder: { "@type": "Organization", name: (item.organisation ?? promoter).name },
    datePublished: item.publishedAt.toISOString(),
    dateModified: item.modifiedAt.toISOString(),
    version: item.releases[0]?.number,
    image: item.coverSha256 ? `${siteUrl}${coverAddress(item)}` : undefined,
    isBasedOn: item.adaptationOf?.state === "PUBLISHED" ? addressOf(item.adaptationOf.slug) : undefined,
    encoding: item.releases.slice(0, 1).map(({ id, version }) => ({
      "@type": "MediaObject",
      name: version.filename,
      contentUrl: `${siteUrl}/api/reuse/releases/${id}`,
      encodingFormat: version.mimeType.split(";")[0],
      contentSize: `${version.size} B`,
      sha256: version.objectSha256,
    })),
  };
}

/** Where the picture of an item is; another picture has another address, so that either may be kept. */
export function coverAddress({ id, coverSha256 }: { id: string; coverSha256: string | null }): string {
  return `/api/reuse/covers/${id}?v=${coverSha256?.slice(0, 12)}`;
}
