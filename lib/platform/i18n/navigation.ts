import type { createNavigation } from "next-intl/navigation";
import { type Locale, pathnames, type routing } from "@/lib/platform/i18n/routing";

type Navigation = ReturnType<
  typeof createNavigation<(typeof routing)["locales"], "as-needed", typeof pathnames, never>
>;

/** A typed address: an internal pathname with its parameters. Links are made by components/ui/app-link.tsx. */
export type Href = Parameters<Navigation["getPathname"]>[0]["href"];

type Parts = {
  pathname: keyof typeof pathnames;
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
};

/**
 * The address of a page in a language. next-intl types it; its own function is not called, since it brings its link and,
 * with that, all of next-intl into the browser with every page (12 kB), and takes its time for each of a hundred links.
 */
export function getPathname({ href, locale }: { href: Href; locale: Locale }): string {
  const { pathname, params, query }: Parts = typeof href === "string" ? { pathname: href } : href;
  const local: string | { it: string } = pathnames[pathname];
  const template = typeof local === "string" || locale === "en" ? pathname : local.it;
  const filled = params
    ? encoded(template.replace(/\[(\w+)\]/g, (_, name) => String(params[name])))
    : template;
  const prefix = locale === "en" ? "/en" : "";
  const path = prefix + filled;
  return (path !== "/" ? path.replace(/\/$/, "") : path) + searchOf(query);
}

// Most parts of addresses are slugs and identifiers, which need no encoding.
function encoded(path: string): string {
  return /^[\w/-]*$/.test(path) ? path : new URL(path, "http://portal.invalid").pathname;
}

function searchOf(query: Parts["query"]): string {
  if (!query) return "";
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return `?${search}`;
}
