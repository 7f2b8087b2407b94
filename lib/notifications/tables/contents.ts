import { localeOf } from "@/lib/notifications/contents";
import type { Recipient } from "@/lib/notifications/queries";
import type { SeatFacts } from "@/lib/notifications/tables/queries";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { MailParams } from "@/lib/platform/mail/queue";

/** What is said to somebody who was given a place at a table. */
export function seatContent({ id, title, programme }: SeatFacts, person: Recipient): MailParams {
  return {
    name: person.givenName,
    table: title,
    programme: programme.shortTitle,
    link: pagePath("/area/programmes/[slug]/tables/[id]", { slug: programme.slug, id }, localeOf(person)),
  };
}
