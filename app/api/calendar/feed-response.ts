import { keptParts } from "@/app/api/calendar/kept";
import type { EntryPage, Feed, FeedWords } from "@/lib/calendar/feeds/queries";
import { env } from "@/lib/platform/env";
import { getPathname } from "@/lib/platform/i18n/navigation";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { calendarHead, calendarTail } from "@/lib/sessions/vevent";

type Options = {
  /** who may keep a copy on the way */
  cache: "public" | "private";
  /** a member's entries lead to the reserved pages, public sessions included */
  pages: "public" | "reserved";
  filename: string;
};

/**
 * Answers with a calendar, part by part, so that ten thousand entries take no more memory than one page of them and hold
 * nobody up. A reader that has it already is told so by the tag of its revision; others get what was made for the last
 * one, as long as nothing in it has changed.
 */
export async function feedResponse(
  request: Request,
  read: () => Promise<Feed>,
  options: Options,
): Promise<Response> {
  const feed = await read();
  const etag = `"${feed.revision}"`;
  const headers = {
    etag,
    "cache-control": options.cache === "public" ? "public, max-age=0, must-revalidate" : "private, no-cache",
  };
  if (isKnown(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  const key = [feed.key, feed.locale, options.pages, feed.revision].join(" ");
  return new Response(stream(keptParts(key, () => documentOf(feed, options))), {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${options.filename}.ics"`,
    },
  });
}

function isKnown(tags: string | null, etag: string): boolean {
  return tags?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) ?? false;
}

async function documentOf(feed: Feed, options: Options): Promise<AsyncGenerator<string>> {
  const locale: Locale = isLocale(feed.locale) ? feed.locale : routing.defaultLocale;
  const t = await translatorFor(locale, "calendar");
  const { title } = feed;
  const names = { all: t("feed.all"), personal: t("feed.personal") };
  const name = title.kind === "named" ? title.name : names[title.kind];
  const addressOf = (page: EntryPage) => `${env().siteUrl}${pathOf(page, options.pages, locale)}`;
  const words: FeedWords = {
    owed: ({ isExtended, ...what }) => t(isExtended ? "feed.owedExtended" : "feed.owed", what),
    requested: (what) => t("feed.requested", { title: what }),
  };
  return lines(name, feed.entries(addressOf, words));
}

function pathOf(page: EntryPage, pages: Options["pages"], locale: Locale): string {
  const params = { slug: page.slug, id: page.id };
  if (page.kind === "deliverable") {
    return getPathname({ href: { pathname: "/area/programmes/[slug]/deliverables/[id]", params }, locale });
  }
  if (page.kind === "request") {
    const pathname = "/area/programmes/[slug]/deliverables/requests/[id]";
    return getPathname({ href: { pathname, params }, locale });
  }
  const pathname =
    pages === "public" && page.audience !== "PROGRAMME"
      ? "/programmes/[slug]/sessions/[id]"
      : "/area/programmes/[slug]/sessions/[id]";
  return getPathname({ href: { pathname, params }, locale });
}

async function* lines(name: string, entries: AsyncGenerator<string>): AsyncGenerator<string> {
  yield calendarHead(name);
  let part = "";
  for await (const entry of entries) {
    part += `${entry}\r\n`;
    if (part.length < 32_768) continue;
    yield part;
    part = "";
  }
  yield part + calendarTail;
}

function stream(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
