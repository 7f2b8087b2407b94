import { plainText } from "@/lib/animation/welcome/plain-text";
import type { Welcome } from "@/lib/animation/welcome/queries";
import { localeOf } from "@/lib/notifications/contents";
import type { Recipient } from "@/lib/notifications/queries";
import { env } from "@/lib/platform/env";
import { formatInstant, formatRange } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import type { MailParams } from "@/lib/platform/mail/queue";

type Around = {
  /** of the programme, without the person who is greeted */
  coordinators: readonly Recipient[];
  next: { title: string; startsAt: Date; endsAt: Date } | undefined;
  owed: { dueAt: Date; request: { title: string } } | undefined;
  /** the portal's own text, for a programme whose coordinator has written none */
  usualText: string;
};

/** What the mail says to somebody who begins to take part in a programme. */
export function welcomeContent(
  { programme, markdown, thread }: Welcome,
  { coordinators, next, owed, usualText }: Around,
  person: Recipient,
): MailParams {
  const locale = localeOf(person);
  const { slug } = programme;
  const path = thread
    ? pagePath("/area/programmes/[slug]/forum/threads/[id]", { slug, id: thread.id }, locale)
    : null;
  return {
    name: person.givenName,
    programme: programme.shortTitle,
    text: plainText(markdown) || usualText,
    coordinators: coordinators.map((one) => `${one.givenName} ${one.familyName}`).join(", ") || "none",
    session: next ? `${next.title}, ${formatRange(next.startsAt, next.endsAt, locale)}` : "none",
    owed: owed ? `${owed.request.title} (${formatInstant(owed.dueAt, locale)})` : "none",
    thread: thread?.title ?? "none",
    threadLink: path ? new URL(path, env().siteUrl).href : "",
    link: pagePath("/area/programmes/[slug]", { slug }, locale),
  };
}
