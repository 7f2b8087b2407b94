import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError } from "@/lib/platform/errors";
import { assertUnchanged } from "@/lib/platform/stale";
import { approveMinutes } from "@/lib/sessions/minutes/approval/commands";
import { getTermDays } from "@/lib/sessions/minutes/approval/queries";
import {
  type FoundMinutes,
  findMinutes,
  moveState,
  recordMinutesEvent,
} from "@/lib/sessions/minutes/commands";
import { moveMinutes } from "@/lib/sessions/minutes/lifecycle";
import { canJudgeMinutes, canProposeMinutes } from "@/lib/sessions/minutes/policy";
import type { GiveVerdict, MoveMinutes } from "@/lib/sessions/minutes/schema";
import { termEndsAt } from "@/lib/sessions/minutes/term";
import { canPublishMinutes } from "@/lib/sessions/policy";
import { placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/**
 * Proposes the minutes to those who attended. The session is closed first: only then is it fixed who attended, and with
 * it whose approval counts; an attendance that changed while people vote would change the vote.
 */
export async function proposeMinutes(actor: Actor, input: MoveMinutes): Promise<SessionPlace> {
  const days = await getTermDays(actor);
  return inTransaction(async (tx) => {
    const session = await findMinutes(tx, actor, input.id);
    authorise(canProposeMinutes(actor, session));
    await assertClosed(tx, session.id);
    if (session.attendedIds.length === 0) throw new DomainError("minutes.nobodyAttended");
    if (!session.minutes?.text) throw new DomainError("minutes.nothingWritten");
    const { text } = session.minutes;
    const round = session.minutes.round + 1;
    const ends = termEndsAt(actor.at, days);
    await moveState(tx, actor, session, {
      move: "propose",
      version: input.version,
      data: { round, termEndsAt: ends },
    });
    await tx.minutesRound.create({
      data: {
        sessionId: session.id,
        number: round,
        text,
        proposedById: actor.personId,
        proposedAt: actor.at,
        termEndsAt: ends,
      },
      select: { number: true },
    });
    await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesProposed", data: { round } });
    return placeOf(session);
  });
}

// Held until the end of the transaction: somebody who opens the session at this moment withdraws the proposal after it.
async function assertClosed(tx: Tx, sessionId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from session where id = ${sessionId}::uuid and state = 'CLOSED' for share`;
  if (rows.length === 0) throw new DomainError("minutes.closeFirst");
}

/**
 * The approval or objection of somebody who attended, given once a round. The first objection stops the round, but
 * others may still say theirs until the term ends, so that one correction serves all; the last approval ends it.
 */
export async function giveVerdict(actor: Actor, input: GiveVerdict): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findMinutes(tx, actor, input.id);
    authorise(canJudgeMinutes(actor, session));
    const state = await holdRound(tx, actor, session, input.round);
    const { count } = await tx.minutesVerdict.createMany({
      data: [
        {
          sessionId: session.id,
          round: input.round,
          personId: actor.personId as string,
          verdict: input.verdict,
          text: input.text,
          givenAt: actor.at,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("minutes.alreadyJudged");
    if (input.verdict === "OBJECTED") await object(tx, actor, session, { round: input.round, state });
    else await agree(tx, actor, session, { round: input.round, state });
    return placeOf(session);
  });
}

type Running = { round: number; state: "PROPOSED" | "OBJECTED" };

// Verdicts come one after the other: each holds the row of the minutes, as do the job and whoever proposes again.
async function holdRound(
  tx: Tx,
  actor: Actor,
  session: FoundMinutes,
  round: number,
): Promise<Running["state"]> {
  const { count } = await tx.sessionMinutes.updateMany({
    where: {
      sessionId: session.id,
      round,
      state: { in: ["PROPOSED", "OBJECTED"] },
      termEndsAt: { gte: actor.at },
    },
    data: { updatedAt: actor.at },
  });
  const now = await tx.sessionMinutes.findUnique({
    where: { sessionId: session.id },
    select: { state: true, round: true },
  });
  if (!now) throw new DomainError("minutes.notBegun");
  // Another text is proposed meanwhile: what was read is not what would be approved.
  if (now.round !== round) await assertUnchanged(tx, 0, { kind: "session", id: session.id });
  if (count === 0) throw new DomainError("minutes.verdictsClosed", { state: now.state });
  return now.state as Running["state"];
}

async function object(tx: Tx, actor: Actor, session: FoundMinutes, { round, state }: Running): Promise<void> {
  if (state === "PROPOSED") {
    await tx.sessionMinutes.update({
      where: { sessionId: session.id },
      data: { state: moveMinutes(state, "object"), version: { increment: 1 } },
    });
    await tx.minutesRound.update({
      where: { sessionId_number: { sessionId: session.id, number: round } },
      data: { endedAs: "OBJECTED", endedAt: actor.at },
    });
  }
  await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesObjected", data: { round } });
}

async function agree(tx: Tx, actor: Actor, session: FoundMinutes, { round, state }: Running): Promise<void> {
  await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesAgreed", data: { round } });
  if (state !== "PROPOSED") return;
  const approvals = await tx.minutesVerdict.count({
    where: {
      sessionId: session.id,
      round,
      verdict: "APPROVED",
      personId: { in: [...session.attendedIds] },
    },
  });
  if (approvals < session.attendedIds.length) return;
  await approveMinutes(tx, actor, { ...session, round, by: "APPROVED_BY_ALL" });
}

/** Lets the members of the programme read the approved minutes, and everyone where the session is open to all. */
export async function publishMinutes(actor: Actor, input: MoveMinutes): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findMinutes(tx, actor, input.id);
    authorise(canPublishMinutes(actor, session));
    const { version } = input;
    await moveState(tx, actor, session, { move: "publish", version, data: { publishedAt: actor.at } });
    await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesPublished" });
    return placeOf(session);
  });
}
