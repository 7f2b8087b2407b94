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

/** The one link of the portal: soft navigation for pages, a plain `<a>` for the rest. */
export function AppLink({ href, prefetch, ...rest }: Props) {
  const locale = useLocale();
  if (typeof href === "object" && "url" in href) return <a href={href.url} {...rest} />;
  return <NextLink href={addressOf(href, locale)} prefetch={prefetch ?? false} {...rest} />;
}

/** The address as text, for places where a component cannot stand: inside an SVG, in a form's action. */
export function addressOf(href: Href, locale: string): string {
  if (typeof href === "object" && "url" in href) return href.url;
  // A query without parameters leaves its question mark behind.
  return getPathname({ href, locale: locale as Locale }).replace(/\?(?=#|$)/, "");
}
