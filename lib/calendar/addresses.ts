import type { Locale } from "@/lib/platform/i18n/routing";

/** Addresses of the calendars to subscribe to, as next.config.ts rewrites them. They end in .ics, so they are no pages. */
export const openFeedPath = "/calendario.ics";

/** The calendar of one programme. */
export function programmeFeedPath(slug: string, locale: Locale): string {
  return locale === "it" ? `/programmi/${slug}/calendario.ics` : `/en/programmes/${slug}/calendar.ics`;
}
