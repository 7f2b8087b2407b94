import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { PollReply, PollState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { dateOnly, romeDay } from "@/lib/platform/rome-time";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { findConvened } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { canSchedule, visibleTo } from "@/lib/sessions/policy";
import { takesAnswers } from "@/lib/sessions/polls/lifecycle";
import { canAnswerPoll, canRunPoll, pollVisibleTo } from "@/lib/sessions/polls/policy";
import { type Ranked, rankOptions } from "@/lib/sessions/polls/ranking";
import { listSilent } from "@/lib/sessions/polls/reminders/commands";
import type { ProgrammeHead } from "@/lib/sessions/queries";
import { type DayOff, dayOffAt } from "@/lib/sessions/schedule-checks";

export type PollView = {
  id: string;
  version: number;
  title: string;
  note: string;
  state: PollState;
  closesAt: Date;
  programme: ProgrammeHead;
  /** the draft, for those for whom it exists */
  sessionId: string | null;
  options: Ranked<PollOption>[];
  people: { id: string; name: string; replies: Record<string, PollReply> }[];
  mine: Record<string, PollReply> | null;
  isOpen: boolean;
  mayRun: boolean;
  /** for who runs it, while answers are taken: how many are missing, and when they were last reminded */
  reminder: { silent: number; lastAt: Date | null; isDoneToday: boolean } | null;
};

export type PollOption = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  isChosen: boolean;
  /** why it lies on no working day */
  dayOff: DayOff | null;
};

/** A poll with what everybody who is asked now answered, for the members of its programme. */
export async function getPoll(actor: Actor, slug: string, id: string): Promise<PollView> {
  const row = found(
    await db.datePoll.findFirst({
      where: { AND: [{ id: asUuid(id), session: { programme: { slug } } }, pollVisibleTo(actor)] },
      select: pollSelect,
    }),
    "poll",
  );
  const { session, options, reminders, ...poll } = row;
  const askedIds = await listAsked(actor, session);
  const answers = options.flatMap((option) => option.answers.map((one) => ({ ...one, optionId: option.id })));
  const people = await db.person.findMany({
    where: { id: { in: askedIds } },
    select: { id: true, givenName: true, familyName: true },
  });
  const repliesOf = (personId: string) =>
    Object.fromEntries(
      answers.filter((one) => one.personId === personId).map((one) => [one.optionId, one.reply]),
    );
  const mayRun = canRunPoll(actor, session);
  const isOpen = takesAnswers(row, actor.at);
  const [last] = reminders;
  return {
    ...poll,
    title: session.title,
    programme: session.programme,
    sessionId: (await isVisible(actor, session.id)) ? session.id : null,
    options: rankOptions(
      options.map(({ answers: _answers, ...option }) => ({ ...option, dayOff: dayOffAt(option.startsAt) })),
      answers,
      askedIds,
    ),
    people: people
      .map((one) => ({
        id: one.id,
        name: `${one.givenName} ${one.familyName}`,
        replies: repliesOf(one.id),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "it")),
    mine: actor.personId && canAnswerPoll(actor, { askedIds }) ? repliesOf(actor.personId) : null,
    isOpen,
    mayRun,
    reminder:
      mayRun && isOpen
        ? {
            silent: askedIds.filter((id) => !answers.some((one) => one.personId === id)).length,
            lastAt: last?.sentAt ?? null,
            isDoneToday: last !== undefined && dateOnly(last.sentOn) === romeDay(actor.at),
          }
        : null,
  };
}

/** Polls of a programme that are still open or wait for a decision. */
export async function listOpenPolls(
  actor: Actor,
  slug: string,
): Promise<{ id: string; title: string; closesAt: Date; isOpen: boolean }[]> {
  const rows = await db.datePoll.findMany({
    where: {
      AND: [{ state: "OPEN", session: { state: "DRAFT", programme: { slug } } }, pollVisibleTo(actor)],
    },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, closesAt: true, state: true, session: { select: { title: true, state: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    closesAt: row.closesAt,
    title: row.session.title,
    isOpen: takesAnswers(row, actor.at),
  }));
}

/** What the form of a new poll begins with: a draft, or nothing but the programme. */
export async function getPollForm(
  actor: Actor,
  slug: string,
  sessionId: string | undefined,
): Promise<{ programme: ProgrammeHead; draft: { id: string; title: string; people: number } | null }> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true, title: true, shortTitle: true },
    }),
    "programme",
  );
  if (!sessionId) {
    authorise(canSchedule(actor, { programmeId: programme.id }));
    return { programme, draft: null };
  }
  const session = found(
    await db.session.findFirst({
      where: {
        AND: [{ id: asUuid(sessionId), programmeId: programme.id, state: "DRAFT" }, visibleTo(actor)],
      },
      select: sessionSelect,
    }),
    "draft",
  );
  authorise(canRunPoll(actor, session));
  const asked = await listAsked(actor, session);
  return { programme, draft: { id: session.id, title: session.title, people: asked.length } };
}

/** A poll as its mails tell of it, with those who are asked and, while answers are taken, those who said nothing. */
export async function getPollNotice(actor: Actor, id: string) {
  const poll = found(
    await db.datePoll.findFirst({
      where: { AND: [{ id }, pollVisibleTo(actor)] },
      select: {
        id: true,
        note: true,
        state: true,
        closesAt: true,
        session: { select: sessionSelect },
        options: { orderBy: [{ startsAt: "asc" }, { id: "asc" }], select: { startsAt: true, endsAt: true } },
      },
    }),
    "poll",
  );
  return {
    ...poll,
    askedIds: await listAsked(actor, poll.session),
    silentIds: takesAnswers(poll, actor.at) ? await listSilent(db, actor, poll) : [],
  };
}

export type PollNotice = Awaited<ReturnType<typeof getPollNotice>>;

const sessionSelect = {
  id: true,
  title: true,
  state: true,
  programmeId: true,
  deputyId: true,
  allBodies: true,
  bodies: { select: { organisationId: true } },
  programme: { select: { id: true, slug: true, title: true, shortTitle: true } },
} as const;

const pollSelect = {
  id: true,
  version: true,
  note: true,
  state: true,
  closesAt: true,
  session: { select: sessionSelect },
  reminders: { orderBy: { sentOn: "desc" as const }, take: 1, select: { sentOn: true, sentAt: true } },
  options: {
    orderBy: [{ startsAt: "asc" as const }, { id: "asc" as const }],
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      isChosen: true,
      answers: { select: { personId: true, reply: true } },
    },
  },
};

type Asking = { programmeId: string; allBodies: boolean; bodies: { organisationId: string }[] };

/** Who is asked at the actor's moment: those whom the draft would convene. */
async function listAsked(actor: Actor, session: Asking): Promise<string[]> {
  const circle = { ...session, bodyIds: session.bodies.map((one) => one.organisationId) };
  return (await findConvened(db, circle, actor.at)).map((one) => one.personId);
}

async function isVisible(actor: Actor, id: string): Promise<boolean> {
  return (await db.session.count({ where: { AND: [{ id }, visibleTo(actor)] } })) > 0;
}
