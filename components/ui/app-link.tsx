import { useLocale } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { getPathname, type Href as InternalHref } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

/** An internal typed pathname, or `{ url }` for anything that is not a page: download, feed, anchor, mail, other site. */
export type Href = InternalHref | { url: string };

type Props = Omit<ComponentProps<"a">, "href" | "ref"> & {
  href: Href;
  children: ReactNode;
  "data-element"?: string;
};

/** The one link of the portal. Between reserved pages `SoftNavigation` follows it without loading the frame anew. */
export function AppLink({ href, ...rest }: Props) {
  const locale = useLocale();
  return <a href={addressOf(href, locale)} {...rest} />;
}

/** The address as text, for places where a component cannot stand: inside an SVG, in a form's action. */
export function addressOf(href: Href, locale: string): string {
  if (typeof href === "object" && "url" in href) return href.url;
  // A query without parameters leaves its question mark behind.
  return getPathname({ href, locale: locale as Locale }).replace(/\?(?=#|$)/, "");
}
