import type { Metadata } from "next";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { type Locale, routing } from "@/lib/platform/i18n/routing";

/** The canonical address of a public page and the same page in the other language. */
export function alternatesOf(href: Href, locale: Locale): NonNullable<Metadata["alternates"]> {
  const address = (language: Locale) => getPathname({ href, locale: language });
  return {
    canonical: address(locale),
    languages: {
      ...Object.fromEntries(routing.locales.map((language) => [language, address(language)])),
      "x-default": address(routing.defaultLocale),
    },
    types: { "application/rss+xml": [{ url: "/feed.xml", title: "Sperimenta" }] },
  };
}
