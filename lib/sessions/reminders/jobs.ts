import "server-only";
import { listOwedBy } from "@/lib/documents/deliverables/queries";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { formatInstant, formatRange } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import { type NewMail, queueMail } from "@/lib/platform/mail/queue";
import { lacksRoom } from "@/lib/sessions/conference/room";
import { planReminders } from "@/lib/sessions/reminders/commands";
import { isInTime, type ReminderMoment } from "@/lib/sessions/reminders/moments";
import { replyToken } from "@/lib/sessions/replies/reply-token";

export type Reminder = { sessionId: string; moment: ReminderMoment; startsAt: string };

/**
 * Reminds those concerned of a session: who is convened, did not decline, is not represented, and is still in the
 * programme. Says nothing when the session has moved or was cancelled since, or when it is too late; run again, it writes
 * to nobody twice.
 * @returns how many people it concerned
 */
export async function remindOf(actor: Actor, { sessionId, moment, startsAt }: Reminder): Promise<number> {
  authorise(actor.kind === "system");
  const session = await findSession(actor, sessionId, new Date(startsAt));
  if (!session || !isInTime(moment, session.startsAt, actor.at)) return 0;
  const bodies = [...new Set(session.invitees.flatMap((one) => one.organisationId ?? []))];
  const owed = await listOwedBy(actor, { programmeId: session.programme.id, organisationIds: bodies });
  const mails = session.invitees.map((invitee): NewMail => {
    const { person } = invitee;
    const locale = isLocale(person.locale) ? person.locale : routing.defaultLocale;
    const own = owed.filter((one) => one.organisationId === invitee.organisationId);
    return {
      // The date is part of it: who was reminded of the old one is reminded of the new.
      dedupeKey: `remind:${sessionId}:${moment}:${session.startsAt.getTime()}:${person.id}`,
      template: "replies.reminder",
      locale,
      to: { address: person.email, personId: person.id },
      params: {
        name: person.givenName,
        title: session.title,
        programme: session.programme.shortTitle,
        moment,
        when: formatRange(session.startsAt, session.endsAt, locale),
        mode: session.mode,
        place: session.place ?? "",
        answer: invitee.queueNumber === null ? (invitee.reply ?? "NONE") : "WAITING",
        owed: owedLines(own, locale) || "none",
        leads: leadsTo(moment, session),
        link: linkFor(moment, session, invitee, locale),
      },
    };
  });
  await inTransaction(async (tx) => {
    for (const mail of mails) await queueMail(tx, mail);
  });
  return mails.length;
}

/** Puts what is missing of the reminders to come into the queue: after an update, or with a database from elsewhere. */
export async function planMissingReminders(actor: Actor): Promise<void> {
  authorise(actor.kind === "system");
  const sessions = await db.session.findMany({
    where: { state: "CONVENED", startsAt: { gt: actor.at } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, startsAt: true },
  });
  for (let from = 0; from < sessions.length; from += atOnce) {
    await inTransaction(async (tx) => {
      for (const session of sessions.slice(from, from + atOnce)) await planReminders(tx, actor, session);
    });
  }
}

/** Sessions whose reminders one transaction plans. */
const atOnce = 200;

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>;

async function findSession(actor: Actor, id: string, startsAt: Date) {
  const session = await db.session.findFirst({
    where: { id, startsAt, state: "CONVENED" },
    select: { programmeId: true },
  });
  if (!session) return null;
  const inProgramme = {
    programmeId: session.programmeId,
    fromAt: { lte: actor.at },
    OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
  };
  return db.session.findFirst({
    where: { id, startsAt, state: "CONVENED" },
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      mode: true,
      provider: true,
      url: true,
      place: true,
      programme: { select: { id: true, slug: true, shortTitle: true } },
      invitees: {
        where: {
          OR: [{ reply: null }, { reply: { not: "NO" } }],
          substitution: null,
          person: { disabledAt: null, roles: { some: inProgramme } },
        },
        orderBy: { personId: "asc" },
        select: {
          id: true,
          sessionId: true,
          personId: true,
          organisationId: true,
          reply: true,
          queueNumber: true,
          person: { select: { id: true, givenName: true, email: true, locale: true } },
        },
      },
    },
  });
}

function owedLines(owed: Awaited<ReturnType<typeof listOwedBy>>, locale: Locale): string {
  return owed.map(({ title, dueAt }) => `- ${title} (${formatInstant(dueAt, locale)})`).join("\n");
}

/** A quarter of an hour before, the way in is what is wanted, by the waiting page of the room; until then, the reply. */
function leadsTo(moment: ReminderMoment, session: Found): "reply" | "room" | "session" {
  if (moment !== "MINUTES_15") return "reply";
  return session.mode === "IN_PERSON" || lacksRoom(session) ? "session" : "room";
}

function linkFor(
  moment: ReminderMoment,
  session: Found,
  { person, ...invitee }: Found["invitees"][number],
  locale: Locale,
): string {
  const place = leadsTo(moment, session);
  if (place === "reply") {
    const token = replyToken({ ...invitee, email: person.email }, "page");
    return pagePath("/session/[token]", { token }, locale);
  }
  const page = "/area/programmes/[slug]/sessions/[id]";
  const params = { slug: session.programme.slug, id: session.id };
  return pagePath(place === "room" ? `${page}/room` : page, params, locale);
}
