import type { MovedTo } from "@/lib/forum/moves/queries";
import { anchorOf, pageQuery, withQuery } from "@/lib/forum/paging";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The two faces of a forum: the reserved pages and the public ones. */
export type ForumFace = "area" | "public";

/** A thread's page; with a number, the page on which that post stands. */
export function threadHref(
  face: ForumFace,
  { slug, id }: { slug: string; id: string },
  number = 1,
  more: Record<string, string> = {},
): Href {
  const query = withQuery({ ...pageQuery(number), ...more });
  return face === "area"
    ? { pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id }, ...query }
    : { pathname: "/programmes/[slug]/forum/[threadId]", params: { slug, threadId: id }, ...query };
}

/** A category's threads. */
export function categoryHref(
  face: ForumFace,
  slug: string,
  id: string,
  query: Record<string, string> = {},
): Href {
  return face === "area"
    ? { pathname: "/area/programmes/[slug]/forum/categories/[id]", params: { slug, id }, ...withQuery(query) }
    : { pathname: "/programmes/[slug]/forum", params: { slug }, query: { ...query, categoria: id } };
}

/** The address of a post that holds for ever. */
export function permalink(href: Href, locale: Locale, number: number): { url: string } {
  return { url: `${getPathname({ href, locale })}#${anchorOf(number)}` };
}

/** Where the page of a thread is now that has ended in another; the browser brings the anchor along. */
export function movedPath(
  face: ForumFace,
  { slug, threadId, number }: MovedTo,
  { locale, from }: { locale: Locale; from: string },
): string {
  const query = { dal: String(number), da: from };
  return getPathname({ href: threadHref(face, { slug, id: threadId }, 1, query), locale });
}

/** Where the page of a post is now that was moved to another thread. */
export function movedPostPath({ slug, threadId, number }: MovedTo, locale: Locale): string {
  const params = { slug, id: threadId, number: String(number) };
  return getPathname({
    href: { pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]", params },
    locale,
  });
}
