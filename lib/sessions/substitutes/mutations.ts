import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { acceptsReplies } from "@/lib/sessions/lifecycle";
import { canNameDeputy, canReply, visibleTo } from "@/lib/sessions/policy";
import { fillPlaces, lockSession } from "@/lib/sessions/replies/commands";
import { placeSelect } from "@/lib/sessions/session-place";
import { findDeputies, findSubstitutes } from "@/lib/sessions/substitutes/candidates";
import type {
  NameDeputy,
  NameSubstitute,
  TakeBackDeputy,
  TakeBackSubstitute,
} from "@/lib/sessions/substitutes/schema";

type Place = { id: string; slug: string };

/**
 * Names who comes in the actor's place. Whoever is named is invited, and answers for itself; until then the actor's own
 * place is kept for it.
 * @throws DomainError "sessions.replyClosed", "sessions.represented", "sessions.substituteTaken"
 */
export async function nameSubstitute(actor: Actor, { id, substitute }: NameSubstitute): Promise<Place> {
  return inTransaction(async (tx) => {
    const { session, own } = await findOwnInvitation(tx, actor, id);
    // One who stands for somebody cannot be stood for: nobody would know any more who comes.
    if (own.substitution) throw new DomainError("sessions.represented");
    if (own.standsFor) throw new DomainError("sessions.substituteTaken", {}, "substitute");
    const candidates = await findSubstitutes(tx, { ...own, programmeId: session.programmeId }, actor.at);
    if (!candidates.some((one) => one.id === substitute))
      throw new DomainError("chooseOne", {}, "substitute");
    const isInvited = await invite(tx, {
      sessionId: id,
      personId: substitute,
      organisationId: own.organisationId,
    });
    await tx.sessionSubstitute.create({
      data: { sessionId: id, personId: own.personId, substituteId: substitute, isInvited, namedAt: actor.at },
      select: { sessionId: true },
    });
    await recordEvent(tx, actor, {
      kind: "sessions.substituteNamed",
      subject: { kind: "session", id },
      programmeId: session.programmeId,
      organisationId: own.organisationId,
      data: { substitute, invited: isInvited },
    });
    return { id, slug: session.programme.slug };
  });
}

/** Takes back who was named; whoever was invited for that alone is invited no longer. */
export async function takeBackSubstitute(actor: Actor, { id }: TakeBackSubstitute): Promise<Place> {
  return inTransaction(async (tx) => {
    const { session, own } = await findOwnInvitation(tx, actor, id);
    const { substituteId, isInvited } = found(own.substitution, "substitute");
    await tx.sessionSubstitute.delete({
      where: { sessionId_personId: { sessionId: id, personId: own.personId } },
      select: { sessionId: true },
    });
    if (isInvited) {
      await tx.sessionInvitee.delete({
        where: { sessionId_personId: { sessionId: id, personId: substituteId } },
        select: { personId: true },
      });
    }
    await recordEvent(tx, actor, {
      kind: "sessions.substituteTakenBack",
      subject: { kind: "session", id },
      programmeId: session.programmeId,
      organisationId: own.organisationId,
      data: { substitute: substituteId, invited: isInvited },
    });
    await fillPlaces(tx, actor, id);
    return { id, slug: session.programme.slug };
  });
}

/** Names who runs this one session in the coordinator's place; another takes the place of the first. */
export async function nameDeputy(actor: Actor, input: NameDeputy): Promise<Place> {
  return inTransaction(async (tx) => {
    const session = await findCoordinated(tx, actor, input.id);
    const candidates = await findDeputies(tx, session.programmeId, actor.at);
    if (!candidates.some((one) => one.id === input.deputy)) throw new DomainError("chooseOne", {}, "deputy");
    return setDeputy(tx, actor, session, input);
  });
}

/** Takes the session back into the coordinators' hands alone. */
export async function takeBackDeputy(actor: Actor, input: TakeBackDeputy): Promise<Place> {
  return inTransaction(async (tx) => {
    const session = await findCoordinated(tx, actor, input.id);
    found(session.deputyId, "deputy");
    return setDeputy(tx, actor, session, { ...input, deputy: null });
  });
}

async function findOwnInvitation(tx: Tx, actor: Actor, id: string) {
  await lockSession(tx, actor, id);
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: {
        programmeId: true,
        state: true,
        startsAt: true,
        endsAt: true,
        programme: { select: { slug: true } },
        invitees: {
          where: { personId: actor.personId ?? undefined },
          take: 1,
          select: {
            personId: true,
            organisationId: true,
            substitution: { select: { substituteId: true, isInvited: true } },
            standsFor: { select: { personId: true } },
          },
        },
      },
    }),
    "session",
  );
  authorise(canReply(actor, { ...session, invitedIds: session.invitees.map((one) => one.personId) }));
  if (!acceptsReplies(session, actor.at)) throw new DomainError("sessions.replyClosed");
  return { session, own: found(session.invitees[0], "invitation") };
}

/** @returns whether there was no invitation before */
async function invite(
  tx: Tx,
  one: { sessionId: string; personId: string; organisationId: string | null },
): Promise<boolean> {
  const { sessionId, personId } = one;
  const known = await tx.sessionInvitee.findUnique({
    where: { sessionId_personId: { sessionId, personId } },
    select: { substitution: { select: { personId: true } }, standsFor: { select: { personId: true } } },
  });
  if (known?.substitution || known?.standsFor)
    throw new DomainError("sessions.substituteTaken", {}, "substitute");
  if (known) return false;
  await tx.sessionInvitee.create({ data: one, select: { personId: true } });
  return true;
}

async function findCoordinated(tx: Tx, actor: Actor, id: string) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: placeSelect,
    }),
    "session",
  );
  authorise(canNameDeputy(actor, session));
  if (session.state !== "DRAFT" && session.state !== "CONVENED") {
    throw new DomainError("sessions.locked", { state: session.state });
  }
  return session;
}

async function setDeputy(
  tx: Tx,
  actor: Actor,
  session: Awaited<ReturnType<typeof findCoordinated>>,
  input: { version: number; deputy: string | null },
): Promise<Place> {
  const { id, programmeId, deputyId } = session;
  const { count } = await tx.session.updateMany({
    where: { id, version: input.version, state: session.state },
    data: { deputyId: input.deputy, version: { increment: 1 }, updatedAt: actor.at },
  });
  await assertUnchanged(tx, count, { kind: "session", id });
  await recordEvent(tx, actor, {
    kind: input.deputy === null ? "sessions.deputyTakenBack" : "sessions.deputyNamed",
    subject: { kind: "session", id },
    programmeId,
    data: { deputy: input.deputy ?? deputyId },
  });
  return { id, slug: session.programme.slug };
}
