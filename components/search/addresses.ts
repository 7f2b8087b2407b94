import type { Href } from "@/components/ui/app-link";
import { anchorOf, pageQuery, withQuery } from "@/lib/forum/paging";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SearchResult } from "@/lib/search/results/queries";

/** The two faces of the search. */
export type SearchFace = "area" | "public";

/** Where a result leads: to the reserved page of those who are let in there, else to the public one. */
export function resultHref(face: SearchFace, { target, programme }: SearchResult, locale: Locale): Href {
  if (target.kind === "organisation")
    return { pathname: "/organisations/[slug]", params: { slug: target.slug } };
  if (target.kind === "person" && target.isAdministered)
    return { pathname: "/area/administration/people/[id]", params: { id: target.id } };
  // Whoever else sees a person sees one of their programmes.
  if (!programme) return "/area";
  return face === "area" && programme.isInside
    ? insideHref(target, programme.slug, locale)
    : publicHref(target, programme.slug, locale);
}

/** What stands on a page of its programme. */
type Target = Exclude<SearchResult["target"], { kind: "organisation" }>;

function insideHref(target: Target, slug: string, locale: Locale): Href {
  switch (target.kind) {
    case "programme":
      return { pathname: "/area/programmes/[slug]", params: { slug } };
    case "session":
      return { pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id: target.id } };
    case "minutes":
      return { pathname: "/area/programmes/[slug]/sessions/[id]/minutes", params: { slug, id: target.id } };
    case "faq":
      return question("/area/programmes/[slug]/forum/faq", { slug, id: target.id }, locale);
    case "person":
      return target.bodyId
        ? { pathname: "/area/programmes/[slug]/bodies/[id]", params: { slug, id: target.bodyId } }
        : { pathname: "/area/programmes/[slug]/bodies", params: { slug } };
    case "document":
      return target.deliverableId
        ? {
            pathname: "/area/programmes/[slug]/deliverables/[id]",
            params: { slug, id: target.deliverableId },
          }
        : { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id: target.id } };
    case "post":
      return post(
        {
          pathname: "/area/programmes/[slug]/forum/threads/[id]",
          params: { slug, id: target.threadId },
          ...withQuery(pageQuery(target.number)),
        },
        target.number,
        locale,
      );
    case "outcome":
      return { pathname: "/area/programmes/[slug]/outcomes", params: { slug } };
    case "reuse":
      return { pathname: "/reuse/[slug]", params: { slug: target.slug } };
  }
}

function publicHref(target: Target, slug: string, locale: Locale): Href {
  switch (target.kind) {
    case "programme":
      return { pathname: "/programmes/[slug]", params: { slug } };
    case "session":
      return { pathname: "/programmes/[slug]/sessions/[id]", params: { slug, id: target.id } };
    case "minutes":
      return anchored(
        { pathname: "/programmes/[slug]/sessions/[id]", params: { slug, id: target.id } },
        "verbale",
        locale,
      );
    case "faq":
      return question("/programmes/[slug]/faq", { slug, id: target.id }, locale);
    case "person":
      return { pathname: "/area/programmes/[slug]/bodies", params: { slug } };
    case "document":
      return { pathname: "/programmes/[slug]/documents", params: { slug } };
    case "post":
      return post(
        {
          pathname: "/programmes/[slug]/forum/[threadId]",
          params: { slug, threadId: target.threadId },
          ...withQuery(pageQuery(target.number)),
        },
        target.number,
        locale,
      );
    case "outcome":
      return { pathname: "/programmes/[slug]/outcomes", params: { slug } };
    case "reuse":
      return { pathname: "/reuse/[slug]", params: { slug: target.slug } };
  }
}

type PageHref = Parameters<typeof getPathname>[0]["href"];

function post(href: PageHref, number: number, locale: Locale): Href {
  return anchored(href, anchorOf(number), locale);
}

function question(
  pathname: "/programmes/[slug]/faq" | "/area/programmes/[slug]/forum/faq",
  { slug, id }: { slug: string; id: string },
  locale: Locale,
): Href {
  return anchored({ pathname, params: { slug } }, `domanda-${id}`, locale);
}

function anchored(href: PageHref, anchor: string, locale: Locale): Href {
  return { url: `${getPathname({ href, locale })}#${anchor}` };
}
