import { createNavigation } from "next-intl/navigation";
import { routing } from "@/lib/platform/i18n/routing";

export const { Link, getPathname, usePathname, redirect } = createNavigation(routing);

/** A typed address: an internal pathname with its parameters. */
export type Href = Parameters<typeof getPathname>[0]["href"];
