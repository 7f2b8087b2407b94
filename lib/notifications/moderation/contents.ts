import { localeOf } from "@/lib/notifications/contents";
import type { FlaggedFacts, WarningFacts } from "@/lib/notifications/moderation/queries";
import type { Recipient } from "@/lib/notifications/queries";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { MailParams } from "@/lib/platform/mail/queue";

/** What is said of a post that was flagged: where it is; what is wrong is read on the page. */
export function flaggedContent({ id, post }: FlaggedFacts, person: Recipient): MailParams {
  const { programme } = post.thread.category;
  return {
    name: person.givenName,
    thread: post.thread.title,
    programme: programme.shortTitle,
    link: pagePath("/area/programmes/[slug]/moderation/[id]", { slug: programme.slug, id }, localeOf(person)),
  };
}

/** What is said to who is warned. */
export function warningContent({ text, post }: WarningFacts, person: Recipient): MailParams {
  const { id, title, category } = post.thread;
  const params = { slug: category.programme.slug, id };
  return {
    name: person.givenName,
    thread: title,
    programme: category.programme.shortTitle,
    text,
    link: pagePath("/area/programmes/[slug]/forum/threads/[id]", params, localeOf(person)),
  };
}
