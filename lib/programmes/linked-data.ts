import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { ProgrammeHead } from "@/lib/programmes/queries";

/** A programme as schema.org knows it: a project with who promotes it and from when to when. */
export function programmeLinkedData(
  programme: ProgrammeHead,
  locale: Locale,
  siteUrl: string,
): Record<string, unknown> {
  const path = getPathname({
    href: { pathname: "/programmes/[slug]", params: { slug: programme.slug } },
    locale,
  });
  const day = (date: ProgrammeHead["begin"]) =>
    date?.precision === "day" ? (date.from ?? date.to) : undefined;
  return {
    "@type": "Project",
    name: programme.title,
    alternateName: programme.shortTitle,
    description: programme.summary,
    inLanguage: programme.lang,
    url: `${siteUrl}${path}`,
    foundingDate: day(programme.begin),
    dissolutionDate: day(programme.end),
    parentOrganization: { "@type": "GovernmentOrganization", name: programme.promoter.name },
  };
}
