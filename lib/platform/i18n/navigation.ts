import NextLink from "next/link";
import { useLocale } from "next-intl";
import { createNavigation } from "next-intl/navigation";
import { type ComponentProps, createElement, type ReactElement } from "react";
import { type Locale, routing } from "@/lib/platform/i18n/routing";

export const { getPathname } = createNavigation(routing);

/** A typed address: an internal pathname with its parameters. */
export type Href = Parameters<typeof getPathname>[0]["href"];

type LinkProps = Omit<ComponentProps<typeof NextLink>, "href" | "locale"> & { href: Href; locale?: Locale };

/**
 * A link to a page, in the language of the present one unless another is given. Ours and not next-intl's: that one asks
 * for a provider in the browser and its code, only to compare two languages. For server components; a client component
 * is handed the address as text.
 */
export function Link({ href, locale, ...rest }: LinkProps): ReactElement {
  const current = useLocale() as Locale;
  const other = locale !== undefined && locale !== current;
  return createElement(NextLink, {
    ...rest,
    href: getPathname({ href, locale: locale ?? current }),
    ...(other ? { hrefLang: locale, prefetch: false } : {}),
  });
}
