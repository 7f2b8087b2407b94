import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { findConvened } from "@/lib/sessions/convocation";
import { assertTimeIsFree } from "@/lib/sessions/planning/commands";
import { canSchedule, visibleTo } from "@/lib/sessions/policy";
import { findPoll, type Poll, type PollPlace } from "@/lib/sessions/polls/commands";
import { nextPollState, type PollMove, takesAnswers } from "@/lib/sessions/polls/lifecycle";
import { canAnswerPoll, canRunPoll, pollVisibleTo } from "@/lib/sessions/polls/policy";
import type { AnswerPoll, CancelPoll, DecidePoll, OpenPoll } from "@/lib/sessions/polls/schema";
import { agendaMinutes, lengthInMinutes } from "@/lib/sessions/schedule-checks";
import { writeDrafts } from "@/lib/sessions/series/commands";

/**
 * Asks those whom a draft would convene which of some dates suits them. Without a draft one is made, at the first date.
 * The same form sent twice opens one poll.
 */
export async function openPoll(actor: Actor, input: OpenPoll): Promise<PollPlace> {
  const [first] = input.options;
  if (!first || first.startsAt <= actor.at) throw new DomainError("planning.optionInThePast", {}, "options");
  if (input.closesAt <= actor.at || input.closesAt > first.startsAt) {
    throw new DomainError("planning.closesTooLate", { first: first.startsAt }, "closesDate");
  }
  try {
    return await inTransaction(async (tx) => {
      const sent = await findSent(tx, actor, input.id);
      if (sent) return sent;
      const session = input.for === "draft" ? await findDraft(tx, actor, input.session) : null;
      const { sessionId, programme } = session ?? (await draftFor(tx, actor, input, first));
      await tx.datePoll.create({
        data: {
          id: input.id,
          sessionId,
          note: input.note,
          closesAt: input.closesAt,
          createdAt: actor.at,
          options: { create: input.options },
        },
        select: { id: true },
      });
      await recordEvent(tx, actor, {
        kind: "sessions.pollOpened",
        subject: { kind: "poll", id: input.id },
        programmeId: programme.id,
        data: { sessionId, options: input.options.length },
      });
      return { id: input.id, slug: programme.slug };
    });
  } catch (error) {
    if (sqlState(error) === "23505") {
      // One form sent twice at once is one poll; of two polls for one draft the database keeps one.
      const sent = await findSent(db, actor, input.id);
      if (sent) return sent;
      throw new DomainError("planning.alreadyAsked", {}, undefined, { cause: error });
    }
    throw error;
  }
}

async function findSent(tx: Tx, actor: Actor, id: string): Promise<PollPlace | null> {
  const sent = await tx.datePoll.findFirst({
    where: { AND: [{ id }, pollVisibleTo(actor)] },
    select: { id: true, session: { select: { programme: { select: { slug: true } } } } },
  });
  return sent && { id: sent.id, slug: sent.session.programme.slug };
}

/** Says for each date whether one can, could if need be, or cannot; may be said otherwise until the closing. */
export async function answerPoll(actor: Actor, input: AnswerPoll): Promise<PollPlace> {
  return inTransaction(async (tx) => {
    // Who answers twice at once, or while it is being decided, waits here.
    await tx.$executeRaw`select 1 from date_poll where id = ${input.id}::uuid for update`;
    const poll = await findPoll(tx, actor, input.id);
    const circle = { ...poll.session, bodyIds: poll.session.bodies.map((one) => one.organisationId) };
    const asked = await findConvened(tx, circle, actor.at);
    authorise(canAnswerPoll(actor, { askedIds: asked.map((one) => one.personId) }));
    if (!takesAnswers(poll, actor.at)) throw new DomainError("planning.pollClosed");
    const personId = actor.personId as string;
    const answers = poll.options.flatMap(({ id: optionId }) => {
      const reply = input.answers[optionId];
      return reply ? [{ optionId, personId, reply, answeredAt: actor.at }] : [];
    });
    await tx.pollAnswer.deleteMany({ where: { personId, option: { pollId: poll.id } } });
    await tx.pollAnswer.createMany({ data: answers });
    await recordEvent(tx, actor, {
      kind: "sessions.pollAnswered",
      ...about(poll),
      data: { answers: answers.length },
    });
    return placeOf(poll);
  });
}

/**
 * Takes one of the dates: the draft gets it, and the poll is over.
 * @throws DomainError "planning.overlaps", "planning.busy", "planning.overlapsAndBusy" until it is to be so
 */
export async function decidePoll(actor: Actor, input: DecidePoll): Promise<PollPlace> {
  return inTransaction(async (tx) => {
    const poll = await findPoll(tx, actor, input.id);
    authorise(canRunPoll(actor, poll.session));
    const option = poll.options.find((one) => one.id === input.option);
    if (!option) throw new DomainError("planning.chooseOption", {}, "option");
    if (option.startsAt <= actor.at) throw new DomainError("planning.optionInThePast", {}, "option");
    const sum = agendaMinutes(poll.session.agenda);
    const length = lengthInMinutes(option.startsAt, option.endsAt);
    if (sum > length) {
      throw new DomainError("planning.agendaTooLong", { sum, length, over: sum - length }, "option");
    }
    await move(tx, poll, { version: input.version, move: "decide" });
    await tx.pollOption.update({ where: { id: option.id }, data: { isChosen: true }, select: { id: true } });
    const { count } = await tx.session.updateMany({
      where: { id: poll.session.id, state: "DRAFT" },
      data: {
        startsAt: option.startsAt,
        endsAt: option.endsAt,
        version: { increment: 1 },
        updatedAt: actor.at,
      },
    });
    // Convened or dropped meanwhile.
    if (count === 0) throw new DomainError("planning.onlyDrafts");
    // The answers are older than the decision, and the draft may have the date already without having been asked.
    await assertTimeIsFree(tx, actor, {
      id: poll.session.id,
      busyAnyway: input.busyAnyway,
      isMoved: true,
      field: "option",
    });
    await writeCalendarEntry(tx, poll.session.id, actor.at);
    await recordEvent(tx, actor, {
      kind: "sessions.changed",
      subject: { kind: "session", id: poll.session.id },
      programmeId: poll.session.programmeId,
      data: { changed: ["time"], convened: false, raised: false },
    });
    await recordEvent(tx, actor, {
      kind: "sessions.pollDecided",
      ...about(poll),
      data: { sessionId: poll.session.id },
    });
    return placeOf(poll);
  });
}

/** Gives a poll up; the draft keeps the date that it has. */
export async function cancelPoll(actor: Actor, input: CancelPoll): Promise<PollPlace> {
  return inTransaction(async (tx) => {
    const poll = await findPoll(tx, actor, input.id);
    authorise(canRunPoll(actor, poll.session));
    await move(tx, poll, { version: input.version, move: "cancel" });
    await recordEvent(tx, actor, { kind: "sessions.pollCancelled", ...about(poll) });
    return placeOf(poll);
  });
}

type Ground = { sessionId: string; programme: { id: string; slug: string } };

async function findDraft(tx: Tx, actor: Actor, id: string): Promise<Ground> {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: {
        id: true,
        state: true,
        programmeId: true,
        deputyId: true,
        programme: { select: { id: true, slug: true } },
      },
    }),
    "session",
  );
  authorise(canRunPoll(actor, session));
  if (session.state !== "DRAFT") throw new DomainError("planning.onlyDrafts");
  return { sessionId: session.id, programme: session.programme };
}

async function draftFor(
  tx: Tx,
  actor: Actor,
  input: OpenPoll,
  first: OpenPoll["options"][number],
): Promise<Ground> {
  const { programme: slug, kind, title } = input as Extract<OpenPoll, { for: "new" }>;
  const programme = found(
    await tx.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true },
    }),
    "programme",
  );
  authorise(canSchedule(actor, { programmeId: programme.id }));
  const [sessionId] = await writeDrafts(tx, actor, programme.id, [
    { ...first, kind, title, description: "", mode: "WEBCONFERENCE", agenda: [], bodyIds: [] },
  ]);
  await recordEvent(tx, actor, {
    kind: "sessions.scheduled",
    subject: { kind: "session", id: sessionId as string },
    programmeId: programme.id,
  });
  return { sessionId: sessionId as string, programme };
}

function about({ id, session }: Poll) {
  return { subject: { kind: "poll", id }, programmeId: session.programmeId };
}

function placeOf({ id, session }: Poll): PollPlace {
  return { id, slug: session.programme.slug };
}

async function move(tx: Tx, poll: Poll, step: { version: number; move: PollMove }): Promise<void> {
  const state = nextPollState(poll.state, step.move);
  const { count } = await tx.datePoll.updateMany({
    where: { id: poll.id, version: step.version, state: poll.state },
    data: { state, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "poll", id: poll.id });
}
