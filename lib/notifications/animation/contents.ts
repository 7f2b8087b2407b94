import type { RefusedFacts, SilentFacts } from "@/lib/notifications/animation/queries";
import { localeOf } from "@/lib/notifications/contents";
import type { Recipient } from "@/lib/notifications/queries";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { MailParams } from "@/lib/platform/mail/queue";

/** What is said of a post that was written beforehand and did not come. */
export function refusedContent(
  { title, thread, author, programme }: RefusedFacts,
  person: Recipient,
): MailParams {
  return {
    name: person.givenName,
    thread: thread?.title ?? title,
    author: `${author.givenName} ${author.familyName}`,
    programme: programme.shortTitle,
    link: pagePath("/area/programmes/[slug]/animation", { slug: programme.slug }, localeOf(person)),
  };
}

/** What is said to the referents of a body that has not written for long. */
export function silenceContent({ slug, shortTitle }: SilentFacts, person: Recipient): MailParams {
  return {
    name: person.givenName,
    programme: shortTitle,
    link: pagePath("/area/programmes/[slug]/forum", { slug }, localeOf(person)),
  };
}
