// The address is made here, on the server: next-intl's own link would ship its context to every page.
// biome-ignore lint/style/noRestrictedImports: the one place that turns a typed address into a link
import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { getPathname, type Href as InternalHref } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

/** An internal typed pathname, or `{ url }` for anything that is not a page: download, feed, anchor, mail, other site. */
export type Href = InternalHref | { url: string };

type Props = Omit<ComponentProps<"a">, "href" | "ref"> & {
  href: Href;
  children: ReactNode;
  prefetch?: boolean;
  "data-element"?: string;
};

/**
 * The one link of the portal: soft navigation between reserved pages, a plain `<a>` for the rest. Public pages are loaded
 * whole: they come ready-made from memory, under a policy of their own.
 */
export function AppLink({ href, prefetch, ...rest }: Props) {
  const locale = useLocale();
  if (!isReserved(href)) return <a href={addressOf(href, locale)} {...rest} />;
  return <NextLink href={addressOf(href, locale)} prefetch={prefetch ?? false} {...rest} />;
}

function isReserved(href: Href): boolean {
  if (typeof href === "object" && "url" in href) return false;
  return /^\/area(?:\/|$)/.test(typeof href === "string" ? href : href.pathname);
}

/** The address as text, for places where a component cannot stand: inside an SVG, in a form's action. */
export function addressOf(href: Href, locale: string): string {
  if (typeof href === "object" && "url" in href) return href.url;
  // A query without parameters leaves its question mark behind.
  return getPathname({ href, locale: locale as Locale }).replace(/\?(?=#|$)/, "");
}
