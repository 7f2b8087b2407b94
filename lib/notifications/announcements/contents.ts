import type { getAnnouncementNotice } from "@/lib/announcements/queries";
import { localeOf } from "@/lib/notifications/contents";
import type { Recipient } from "@/lib/notifications/queries";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { MailParams } from "@/lib/platform/mail/queue";

/** What the mail of an announcement says: its title; the text is read on the page, by right. */
export function announcementContent(
  { id, title, mustAcknowledge, programme }: Awaited<ReturnType<typeof getAnnouncementNotice>>,
  person: Recipient,
): MailParams {
  const path = "/area/programmes/[slug]/announcements/[id]";
  return {
    name: person.givenName,
    title,
    programme: programme.shortTitle,
    asked: mustAcknowledge ? "yes" : "no",
    link: pagePath(path, { slug: programme.slug, id }, localeOf(person)),
  };
}
