import "server-only";
import { byMailRules, usualAnswerDays } from "@/lib/forum/by-mail/rules";
import { threadVisibleTo } from "@/lib/forum/policy";
import { findPersonActor } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import type { AnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

/** Somebody who may have answered a mail, with the rights of the moment. */
export type Answerer = {
  id: string;
  author: Actor;
  email: string;
  givenName: string;
  locale: Locale;
  repliesFrom: Date | null;
  threadId: string;
  /** as far as they may read it now */
  thread: { id: string; title: string; slug: string } | null;
};

/**
 * Whose answer a mail asked for. Nobody's once the person was disabled or has another address, and where the mail is none
 * of the forum.
 */
export async function findAnswerer(
  actor: Actor,
  { toPersonId, toAddress, repliesTo }: Pick<AnsweredMail, "toPersonId" | "toAddress" | "repliesTo">,
): Promise<Answerer | null> {
  authorise(actor.kind === "system");
  const threadId = /^thread\.(.+)$/.exec(repliesTo ?? "")?.[1];
  if (!threadId || !toPersonId) return null;
  const [person, author] = await Promise.all([
    db.person.findFirst({
      where: { id: toPersonId, email: toAddress, disabledAt: null },
      select: { id: true, email: true, givenName: true, locale: true, repliesFrom: true },
    }),
    findPersonActor(actor, toPersonId),
  ]);
  if (!person || !author) return null;
  const thread = await db.thread.findFirst({
    where: { AND: [{ id: threadId }, threadVisibleTo(author)] },
    select: { id: true, title: true, category: { select: { programme: { select: { slug: true } } } } },
  });
  return {
    ...person,
    author,
    locale: isLocale(person.locale) ? person.locale : routing.defaultLocale,
    threadId,
    thread: thread && { id: thread.id, title: thread.title, slug: thread.category.programme.slug },
  };
}

/** The post that a mail has become already. */
export async function findPublished(actor: Actor, submissionKey: string): Promise<string | null> {
  authorise(actor.kind === "system");
  return (await db.post.findUnique({ where: { submissionKey }, select: { id: true } }))?.id ?? null;
}

/** Days within which a mail of the forum may be answered. */
export async function findAnswerTerm(actor: Actor): Promise<number> {
  return (await findRuleSet(byMailRules, portalScope, actor.at))?.content.days ?? usualAnswerDays;
}
