import { createNavigation } from "next-intl/navigation";
import { routing } from "@/lib/platform/i18n/routing";

export const { getPathname } = createNavigation(routing);

/** A typed address: an internal pathname with its parameters. Links are made by components/ui/app-link.tsx. */
export type Href = Parameters<typeof getPathname>[0]["href"];
