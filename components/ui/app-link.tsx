import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/lib/platform/i18n/navigation";

type InternalHref = ComponentProps<typeof Link>["href"];

/** An internal typed pathname, or `{ url }` for anything that is not a page: download, feed, anchor, mail, other site. */
export type Href = InternalHref | { url: string };

type Props = Omit<ComponentProps<"a">, "href" | "ref"> & {
  href: Href;
  children: ReactNode;
  prefetch?: boolean;
};

/** The one link of the portal: soft navigation for pages, a plain `<a>` for the rest. */
export function AppLink({ href, prefetch, ...rest }: Props) {
  if (typeof href === "object" && "url" in href) return <a href={href.url} {...rest} />;
  return <Link href={href} prefetch={prefetch ?? false} {...rest} />;
}
