import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";

/** The language that an address asks for (`?locale=en`), for what is no page. */
export function localeIn(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("locale") ?? "";
  return isLocale(asked) ? asked : routing.defaultLocale;
}
