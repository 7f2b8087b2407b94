import { type Pathname, pathnames } from "@/lib/platform/i18n/routing";

/** A page as somebody reaches it by links; `as` is "" for a visitor. */
export type Reached = { page: Pathname; path: string; as: string; html: string };

/** Somebody who walks, with the cookie of a sign-in when there is one. */
export type Walker = { as: string; cookie?: string };

const patterns = (Object.keys(pathnames) as Pathname[]).map((page) => ({ page, pattern: patternOf(page) }));

/**
 * Follows the links of the Italian pages from a first one, entering each template of the routing module once or, where
 * it has parts of an address, for two of them.
 */
export async function crawl(origin: string, from: string, walker: Walker): Promise<Reached[]> {
  const seen = new Map<Pathname, string[]>();
  const waiting = [from];
  const reached: Reached[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = pageAt(path);
    if (!page) continue;
    const known = seen.get(page) ?? [];
    if (known.includes(path) || known.length >= (page.includes("[") ? 2 : 1)) continue;
    seen.set(page, [...known, path]);
    const html = await readPage(origin + path, walker);
    if (html === null) continue;
    reached.push({ page, path, as: walker.as, html });
    waiting.push(...linksIn(html));
  }
  return reached;
}

/** The template behind an Italian address, if it is a page's. */
export function pageAt(path: string): Pathname | null {
  const found = patterns.filter(({ pattern }) => pattern.test(path)).map(({ page }) => page);
  // "new" stands where an identifier could stand, too.
  return found.toSorted((a, b) => a.split("[").length - b.split("[").length)[0] ?? null;
}

async function readPage(url: string, { cookie }: Walker): Promise<string | null> {
  const answer = await fetch(url, { redirect: "manual", headers: cookie ? { cookie } : {} });
  const text = await answer.text();
  return answer.status === 200 ? text : null;
}

function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*\shref="(\/[^"?#]*)/g)].map(([, path]) => path ?? "");
  return [...new Set(links)];
}

function patternOf(page: Pathname): RegExp {
  const address: string | { it: string } = pathnames[page];
  const path = typeof address === "string" ? address : address.it;
  const parts = path.split(/\[\w+\]/).map((part) => part.replace(/[.\\+*?^${}()|/-]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}
