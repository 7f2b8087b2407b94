import { anchorOf, pageQuery } from "@/lib/forum/paging";
import type {
  DeclarationFacts,
  DeliverableFacts,
  PostFacts,
  Recipient,
  RequestFacts,
  WithheldFacts,
} from "@/lib/notifications/queries";
import { env } from "@/lib/platform/env";
import { formatDay, formatInstant, formatRange } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import type { MailParams } from "@/lib/platform/mail/queue";
import type { ProposalNotice } from "@/lib/sessions/agenda/queries";
import type { MinutesNotice } from "@/lib/sessions/minutes/approval/queries";
import type { SessionNotice } from "@/lib/sessions/notices/queries";
import type { PollNotice } from "@/lib/sessions/polls/queries";
import { type Invited, replyToken } from "@/lib/sessions/replies/reply-token";

/** The language in which a person reads. */
export function localeOf(person: Pick<Recipient, "locale">): Locale {
  return isLocale(person.locale) ? person.locale : routing.defaultLocale;
}

/** The page of a session in the reserved area, in the person's language. */
export function sessionPath({ session }: SessionNotice, person: Recipient): string {
  const params = { slug: session.programme.slug, id: session.id };
  return pagePath("/area/programmes/[slug]/sessions/[id]", params, localeOf(person));
}

/** A person's invitation to the session as its tokens name it; null for who is not invited. */
export function invitationOf({ session, invited }: SessionNotice, person: Recipient): Invited | null {
  const own = invited.find((one) => one.personId === person.id);
  return own ? { id: own.id, sessionId: session.id, personId: person.id, email: person.email } : null;
}

// Where a reply is asked for, the link opens the page with the buttons, without signing in.
function linkFor(notice: SessionNotice, person: Recipient): string {
  const invited = notice.session.state === "CONVENED" ? invitationOf(notice, person) : null;
  return invited
    ? pagePath("/session/[token]", { token: replyToken(invited, "page") }, localeOf(person))
    : sessionPath(notice, person);
}

/** What a mail of a session says to a person. */
export function sessionContent(notice: SessionNotice, person: Recipient): MailParams {
  const { session } = notice;
  const locale = localeOf(person);
  const points = session.agenda.map(({ title, minutes }, index) => {
    return `${index + 1}. ${title}${minutes === null ? "" : ` (${minutes} min)`}`;
  });
  return {
    name: person.givenName,
    title: session.title,
    programme: session.programme.shortTitle,
    day: formatDay(session.startsAt, locale),
    when: formatRange(session.startsAt, session.endsAt, locale),
    mode: session.mode,
    place: session.place ?? "",
    agenda: points.join("\n") || "none",
    reason: session.cancelReason || "none",
    byCalendar: env().inbound ? "yes" : "no",
    link: linkFor(notice, person),
  };
}

/** What a mail about minutes says: of which session and until when; the text is read on the page, by right. */
export function minutesContent({ session, termEndsAt }: MinutesNotice, person: Recipient): MailParams {
  const locale = localeOf(person);
  const params = { slug: session.programme.slug, id: session.id };
  return {
    name: person.givenName,
    title: session.title,
    programme: session.programme.shortTitle,
    day: formatDay(session.startsAt, locale),
    term: termEndsAt ? formatDay(termEndsAt, locale) : "none",
    link: pagePath("/area/programmes/[slug]/sessions/[id]/minutes", params, locale),
  };
}

/** What a mail says to who proposed a point: which it was, of which session, and why it was declined. */
export function proposalContent(proposal: ProposalNotice, person: Recipient): MailParams {
  const { session } = proposal;
  const locale = localeOf(person);
  const params = { slug: session.programme.slug, id: session.id };
  return {
    name: person.givenName,
    point: proposal.title,
    reason: proposal.reason || "none",
    title: session.title,
    programme: session.programme.shortTitle,
    day: formatDay(session.startsAt, locale),
    link: pagePath("/area/programmes/[slug]/sessions/[id]/agenda", params, locale),
  };
}

/** What a mail of a poll says to a person who is asked. */
export function pollContent(poll: PollNotice, person: Recipient): MailParams {
  const { programme, title } = poll.session;
  const locale = localeOf(person);
  return {
    name: person.givenName,
    title,
    programme: programme.shortTitle,
    note: poll.note || "none",
    dates: poll.options.map((one) => `- ${formatRange(one.startsAt, one.endsAt, locale)}`).join("\n"),
    closes: formatInstant(poll.closesAt, locale),
    link: pagePath("/area/programmes/[slug]/polls/[id]", { slug: programme.slug, id: poll.id }, locale),
  };
}

/** What the mail of a new request says to a person of a body. */
export function requestContent(
  request: RequestFacts,
  body: { id: string },
  person: Recipient,
): MailParams | null {
  const deliverable = request.deliverables.find((one) => one.organisation.id === body.id);
  if (!deliverable) return null;
  const params = { slug: request.programme.slug, id: deliverable.id };
  return {
    name: person.givenName,
    programme: request.programme.shortTitle,
    request: request.title,
    body: deliverable.organisation.name,
    due: formatInstant(deliverable.dueAt, localeOf(person)),
    link: pagePath("/area/programmes/[slug]/deliverables/[id]", params, localeOf(person)),
  };
}

/** What a mail of a deliverable says. */
export function deliverableContent(deliverable: DeliverableFacts, person: Recipient): MailParams {
  const { request, organisation, submissions } = deliverable;
  const locale = localeOf(person);
  const sent = submissions[0];
  const params = { slug: request.programme.slug, id: deliverable.id };
  return {
    name: person.givenName,
    programme: request.programme.shortTitle,
    request: request.title,
    body: organisation.name,
    due: formatInstant(deliverable.dueAt, locale),
    receipt: sent ? `${sent.number}/${sent.year}` : "",
    at: sent ? formatInstant(sent.submittedAt, locale) : "",
    late: sent?.isLate ? "yes" : "no",
    link: pagePath("/area/programmes/[slug]/deliverables/[id]", params, localeOf(person)),
  };
}

/** What the mail of a post says: who, where; the text is read on the page, by right. */
export function postContent(post: PostFacts, person: Recipient, due?: Date): MailParams {
  const { programme } = post.thread.category;
  const params = { slug: programme.slug, id: post.thread.id };
  const page = pagePath("/area/programmes/[slug]/forum/threads/[id]", params, localeOf(person));
  const query = new URLSearchParams(pageQuery(post.number)).toString();
  return {
    name: person.givenName,
    programme: programme.shortTitle,
    thread: post.thread.title,
    author: post.author ? `${post.author.givenName} ${post.author.familyName}` : "Sperimenta",
    link: `${page}${query ? `?${query}` : ""}#${anchorOf(post.number)}`,
    ...(due ? { due: formatDay(due, localeOf(person)) } : {}),
  };
}

/** What is said of a file that is withheld: which, and what the scanner calls what it found. */
export function withheldContent(
  { filename, threat, programme }: WithheldFacts,
  person: Recipient,
): MailParams {
  return {
    name: person.givenName,
    file: filename,
    threat: threat ?? "",
    programme: programme.shortTitle,
    link: pagePath("/area/programmes/[slug]/documents", { slug: programme.slug }, localeOf(person)),
  };
}

/** What is said of a declaration of reuse that waits: who uses what. */
export function declarationContent(
  { organisationName, item }: DeclarationFacts,
  person: Recipient,
): MailParams {
  return {
    name: person.givenName,
    organisation: organisationName,
    title: item.title,
    link: pagePath(
      "/area/programmes/[slug]/reuse/declarations",
      { slug: item.programme.slug },
      localeOf(person),
    ),
  };
}
