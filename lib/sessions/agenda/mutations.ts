import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import type { ProposalState } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";
import { appendPoints, type DrawnPoint } from "@/lib/sessions/agenda/commands";
import { nextProposalState, type ProposalMove, takesPoints } from "@/lib/sessions/agenda/lifecycle";
import {
  canPropose,
  canProposeInOwnName,
  canWithdrawProposal,
  proposesFor,
} from "@/lib/sessions/agenda/policy";
import { listDrawable } from "@/lib/sessions/agenda/queries";
import type {
  DeclineProposal,
  DrawIn,
  ProposePoint,
  TakeProposal,
  WithdrawProposal,
} from "@/lib/sessions/agenda/schema";
import { canManage, canSeePeople, visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, placeSelect, type SessionPlace } from "@/lib/sessions/session-place";

/** Proposes a point for a session that has not begun. The same form sent twice is one proposal. */
export async function proposePoint(actor: Actor, input: ProposePoint): Promise<SessionPlace> {
  await consume("post", actor.personId ?? "");
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.session);
    authorise(canPropose(actor, session));
    const organisationId = chooseBody(actor, session, input.body);
    assertOpen(actor, session);
    const { count } = await tx.agendaProposal.createMany({
      data: [
        {
          id: input.id,
          sessionId: session.id,
          proposedById: actor.personId,
          organisationId,
          title: input.title,
          note: input.note,
          minutes: input.minutes ?? null,
          createdAt: actor.at,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return placeOf(session);
    await recordEvent(tx, actor, {
      kind: "sessions.pointProposed",
      ...about(session),
      organisationId,
      data: { proposalId: input.id },
    });
    return placeOf(session);
  });
}

/** Takes one's own proposal back, until it was decided on. */
export async function withdrawProposal(actor: Actor, input: WithdrawProposal): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const { session, ...proposal } = await findProposal(tx, actor, input.id);
    authorise(canWithdrawProposal(actor, proposal));
    await move(tx, actor, proposal, { move: "withdraw" });
    await recordEvent(tx, actor, {
      kind: "sessions.proposalWithdrawn",
      ...about(session),
      data: { proposalId: proposal.id },
    });
    return placeOf(session);
  });
}

/** Says that a proposed point will not be on the agenda, and why. */
export async function declineProposal(actor: Actor, input: DeclineProposal): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const { session, ...proposal } = await findProposal(tx, actor, input.id);
    authorise(canManage(actor, session));
    await move(tx, actor, proposal, { move: "decline", reason: input.reason });
    await recordEvent(tx, actor, {
      kind: "sessions.proposalDeclined",
      ...about(session),
      data: { proposalId: proposal.id },
    });
    return placeOf(session);
  });
}

/** Makes a proposed point the last of the agenda, with its minutes and who treats it. */
export async function takeProposal(actor: Actor, input: TakeProposal): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const { session, ...proposal } = await findProposal(tx, actor, input.id);
    authorise(canManage(actor, session));
    assertOpen(actor, session);
    await move(tx, actor, proposal, { move: "take" });
    const point: DrawnPoint = {
      title: proposal.title,
      owner: input.owner ?? null,
      minutes: input.minutes ?? null,
      sourceKind: "PROPOSAL",
      sourceId: proposal.id,
    };
    await appendPoints(tx, actor, { session, version: input.version, points: [point] });
    await recordEvent(tx, actor, {
      kind: "sessions.proposalTaken",
      ...about(session),
      data: { proposalId: proposal.id },
    });
    return placeOf(session);
  });
}

/** Adds what is open elsewhere to the agenda: questions of the forum, late deliverables, what the last session left. */
export async function drawIn(actor: Actor, input: DrawIn): Promise<SessionPlace> {
  const drawable = await listDrawable(actor, input.id);
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    authorise(canManage(actor, session));
    assertOpen(actor, session);
    const asked = new Set([...input.points, ...input.threads, ...input.deliverables]);
    const points = drawable
      .filter((one) => asked.has(one.sourceId))
      .map(
        ({ title, owner, minutes, sourceKind, sourceId }): DrawnPoint => ({
          title: title.slice(0, 200),
          owner,
          minutes: minutes ?? input.minutes ?? null,
          sourceKind,
          sourceId,
        }),
      );
    // Answered, sent or drawn in since the page was shown.
    if (points.length < asked.size) throw new DomainError("planning.sourceGone");
    await appendPoints(tx, actor, { session, version: input.version, points });
    await recordEvent(tx, actor, {
      kind: "sessions.pointsDrawnIn",
      ...about(session),
      data: { count: points.length },
    });
    return placeOf(session);
  });
}

const sessionSelect = {
  ...placeSelect,
  sequence: true,
  agenda: { select: { position: true, minutes: true } },
} as const;

type Found = Awaited<ReturnType<typeof findSession>>;

async function findSession(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.session.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: sessionSelect }),
    "session",
  );
}

async function findProposal(tx: Tx, actor: Actor, id: string) {
  const proposal = found(
    await tx.agendaProposal.findFirst({
      where: { id, session: visibleTo(actor) },
      select: { id: true, title: true, state: true, proposedById: true, session: { select: sessionSelect } },
    }),
    "proposal",
  );
  // Who sees a session without belonging to its programme does not see what its people propose.
  found(canSeePeople(actor, proposal.session) || null, "proposal");
  return proposal;
}

function assertOpen(actor: Actor, session: Found): void {
  if (!takesPoints(session, actor.at)) throw new DomainError("planning.agendaClosed");
}

function chooseBody(actor: Actor, session: Found, asked: string | undefined): string | null {
  const own = proposesFor(actor, session);
  if (asked !== undefined) {
    if (!own.includes(asked)) throw new DomainError("chooseOne", {}, "body");
    return asked;
  }
  if (canProposeInOwnName(actor, session)) return null;
  const [only, another] = own;
  if (only === undefined || another !== undefined) throw new DomainError("chooseOne", {}, "body");
  return only;
}

type Proposal = { id: string; state: ProposalState };

async function move(
  tx: Tx,
  actor: Actor,
  proposal: Proposal,
  step: { move: ProposalMove; reason?: string },
): Promise<void> {
  const state = nextProposalState(proposal.state, step.move);
  const { count } = await tx.agendaProposal.updateMany({
    where: { id: proposal.id, state: proposal.state },
    data: { state, reason: step.reason ?? null, decidedAt: actor.at },
  });
  if (count > 0) return;
  // Somebody decided at the same moment: the state of now says what is refused.
  const now = await tx.agendaProposal.findUniqueOrThrow({
    where: { id: proposal.id },
    select: { state: true },
  });
  nextProposalState(now.state, step.move);
}
