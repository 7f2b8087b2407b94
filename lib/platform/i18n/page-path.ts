import { type Locale, type Pathname, pathnames, routing } from "@/lib/platform/i18n/routing";

/** The path of a page in a language, where there is no Next: in the worker's mails. Pages use `Link` and `getPathname`. */
export function pagePath(page: Pathname, params: Readonly<Record<string, string>>, locale: Locale): string {
  const entry = pathnames[page];
  const italian = typeof entry === "string" ? entry : entry.it;
  const pattern = locale === routing.defaultLocale ? italian : page;
  const path = pattern.replace(/\[(\w+)\]/g, (_whole, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  return locale === routing.defaultLocale ? path : `/${locale}${path === "/" ? "" : path}`;
}
