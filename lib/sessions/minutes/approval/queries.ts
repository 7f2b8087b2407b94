import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MinutesState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { workedOnBy } from "@/lib/programmes/policy";
import { canJudgeMinutes, canReadRounds } from "@/lib/sessions/minutes/policy";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { termEndsAt, termRules, usualDays } from "@/lib/sessions/minutes/term";
import { canSeePeople, visibleTo } from "@/lib/sessions/policy";

/** What the page that proposes says: whom, and until when. */
export async function getProposal(actor: Actor, slug: string, id: string) {
  const view = await getMinutes(actor, slug, id);
  authorise(view.may.manage);
  return { ...view, ends: termEndsAt(actor.at, await getTermDays(actor)) };
}

/** Days of the term for objections, by the rules of the day. */
export async function getTermDays(actor: Actor): Promise<number> {
  const rules = await findRuleSet(termRules, portalScope, actor.at);
  return rules?.content.days ?? usualDays;
}

/** The document of an approved round that the actor may download; `size` in bytes. */
export async function getMinutesPdf(actor: Actor, sessionId: string, round: number) {
  const row = found(
    await db.minutesRound.findFirst({
      where: { sessionId, number: round, minutes: { session: visibleTo(actor) } },
      select: {
        pdf: { select: { sha256: true, size: true } },
        minutes: { select: { state: true, round: true, session: { select: scopeSelect } } },
      },
    }),
    "minutes",
  );
  authorise(mayDownload(actor, { number: round, minutes: row.minutes }));
  const { sha256, size } = found(row.pdf, "minutes");
  return { sha256, size: Number(size), startsAt: row.minutes.session.startsAt };
}

/** The place after a document of approved minutes. */
export type MinutesCursor = { sessionId: string; number: number };

/**
 * Documents of approved minutes of a programme that the actor may download, approved until the actor's moment, a page of
 * rounds at a time.
 * @returns the rows, and where the next page begins; a page may hold fewer rows than asked for, or none
 */
export async function listApprovedMinutes(
  actor: Actor,
  programmeId: string,
  window: { after?: MinutesCursor | undefined; size: number },
) {
  const { after, size } = window;
  const rounds = await db.minutesRound.findMany({
    where: {
      AND: [
        { pdfSha256: { not: null }, endedAt: { lte: actor.at } },
        { minutes: { session: { AND: [{ programmeId }, visibleTo(actor)] } } },
        after
          ? { OR: [{ sessionId: { gt: after.sessionId } }, { ...after, number: { gt: after.number } }] }
          : {},
      ],
    },
    orderBy: [{ sessionId: "asc" }, { number: "asc" }],
    take: size,
    select: {
      sessionId: true,
      number: true,
      endedAt: true,
      pdf: { select: { sha256: true, size: true } },
      minutes: {
        select: { state: true, round: true, session: { select: { title: true, ...scopeSelect } } },
      },
    },
  });
  const last = rounds.at(-1);
  return {
    rows: rounds.filter((round) => mayDownload(actor, round)),
    next: last && rounds.length === size ? { sessionId: last.sessionId, number: last.number } : undefined,
  };
}

/** How many documents of approved minutes there are in the programme's sessions that the actor sees. */
export async function countApprovedMinutes(actor: Actor, programmeId: string): Promise<number> {
  const session = { AND: [{ programmeId }, visibleTo(actor)] };
  return db.minutesRound.count({ where: { pdfSha256: { not: null }, minutes: { session } } });
}

type Round = {
  number: number;
  minutes: {
    state: MinutesState;
    round: number;
    session: { programmeId: string; deputyId: string | null; attendance: { personId: string }[] };
  };
};

/** The document names who was there: beyond those who were asked, it is for the members, as the list of people is. */
function mayDownload(actor: Actor, { number, minutes }: Round): boolean {
  const { session, ...row } = minutes;
  const scope = {
    programmeId: session.programmeId,
    deputyId: session.deputyId,
    attendedIds: session.attendance.map((one) => one.personId),
  };
  const isPublished = row.state === "PUBLISHED" && row.round === number && canSeePeople(actor, scope);
  return canReadRounds(actor, scope) || isPublished;
}

/** Sessions whose minutes wait for the actor's verdict, the term that ends first before the others. */
export async function listMinutesToJudge(actor: Actor, limit = 10) {
  const { personId } = actor;
  if (!personId) return [];
  const sessions = await db.session.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { programme: workedOnBy(actor) },
        {
          attendance: { some: { personId, present: true } },
          minutes: { state: { in: ["PROPOSED", "OBJECTED"] }, termEndsAt: { gte: actor.at } },
        },
      ],
    },
    orderBy: [{ minutes: { termEndsAt: "asc" } }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      title: true,
      ...scopeSelect,
      programme: { select: { slug: true, shortTitle: true } },
      minutes: {
        select: {
          termEndsAt: true,
          rounds: {
            orderBy: { number: "desc" },
            take: 1,
            select: { verdicts: { where: { personId }, select: { personId: true } } },
          },
        },
      },
    },
  });
  return sessions
    .flatMap(({ minutes, attendance, ...session }) => {
      const scope = { ...session, attendedIds: attendance.map((one) => one.personId) };
      const isGiven = minutes?.rounds[0]?.verdicts.length !== 0;
      return minutes?.termEndsAt && !isGiven && canJudgeMinutes(actor, scope)
        ? [{ ...session, termEndsAt: minutes.termEndsAt }]
        : [];
    })
    .slice(0, limit);
}

/** What the mails about the minutes of a session say, with those who attended and those who were invited. */
export async function getMinutesNotice(actor: Actor, sessionId: string) {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: sessionId }, visibleTo(actor)] },
      select: {
        id: true,
        title: true,
        ...scopeSelect,
        programme: { select: { slug: true, shortTitle: true } },
        invitees: { select: { personId: true } },
        minutes: { select: { termEndsAt: true } },
      },
    }),
    "session",
  );
  const { attendance, invitees, minutes, ...session } = row;
  return {
    session,
    termEndsAt: minutes?.termEndsAt ?? null,
    attendedIds: attendance.map((one) => one.personId),
    invitedIds: invitees.map((one) => one.personId),
  };
}

export type MinutesNotice = Awaited<ReturnType<typeof getMinutesNotice>>;

const scopeSelect = {
  programmeId: true,
  deputyId: true,
  startsAt: true,
  attendance: { where: { present: true }, select: { personId: true } },
} as const;
