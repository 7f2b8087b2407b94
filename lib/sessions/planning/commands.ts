import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { findConvened } from "@/lib/sessions/convocation";
import type { Span } from "@/lib/sessions/planning/times";
import { visibleTo } from "@/lib/sessions/policy";

/** Somebody who is convened elsewhere at that time; the title is null where the actor does not see that session. */
export type Clash = { personId: string; name: string; session: string | null; startsAt: Date };

type Period = { id: string; startsAt: Date; endsAt: Date };

const day = 86_400_000;
/** More are not told one by one. */
const mostClashes = 50;

/** The other convened sessions of these people at the time of a session, those that they declined left out. */
export async function findClashes(
  tx: Tx,
  actor: Actor,
  session: Period,
  personIds: readonly string[],
): Promise<Clash[]> {
  const rows = await tx.sessionInvitee.findMany({
    where: {
      personId: { in: [...personIds] },
      OR: [{ reply: null }, { reply: { not: "NO" } }],
      session: {
        id: { not: session.id },
        state: "CONVENED",
        endsAt: { gt: session.startsAt },
        startsAt: { lt: session.endsAt, gte: new Date(session.startsAt.getTime() - day) },
      },
    },
    take: mostClashes,
    select: {
      personId: true,
      person: { select: { givenName: true, familyName: true } },
      session: { select: { id: true, startsAt: true } },
    },
  });
  if (rows.length === 0) return [];
  // That somebody is busy is enough to know of a session that is not the actor's to see.
  const seen = await tx.session.findMany({
    where: { AND: [{ id: { in: rows.map((one) => one.session.id) } }, visibleTo(actor)] },
    select: { id: true, title: true },
  });
  const titles = new Map(seen.map((one) => [one.id, one.title]));
  return rows
    .map((one) => ({
      personId: one.personId,
      name: `${one.person.givenName} ${one.person.familyName}`,
      session: titles.get(one.session.id) ?? null,
      startsAt: one.session.startsAt,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "it"));
}

/**
 * Refuses a session at whose time somebody to be convened has another one; the form says that it is to be so.
 * @throws DomainError "planning.busy" at the start, with the first names
 */
export async function assertNobodyBusy(
  tx: Tx,
  actor: Actor,
  { id, busyAnyway }: { id: string; busyAnyway: boolean },
): Promise<void> {
  if (busyAnyway) return;
  const session = await tx.session.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      programmeId: true,
      startsAt: true,
      endsAt: true,
      allBodies: true,
      bodies: { select: { organisationId: true } },
    },
  });
  const circle = { ...session, bodyIds: session.bodies.map((one) => one.organisationId) };
  const convened = await findConvened(tx, circle, actor.at);
  const clashes = await findClashes(
    tx,
    actor,
    session,
    convened.map((one) => one.personId),
  );
  if (clashes.length === 0) return;
  const told = [...new Set(clashes.map(({ name, session: title }) => (title ? `${name} (${title})` : name)))];
  const people = new Set(clashes.map((one) => one.personId)).size;
  throw new DomainError(
    "planning.busy",
    { count: people, who: told.slice(0, 5).join(", "), more: Math.max(0, told.length - 5) },
    "start",
  );
}

/** When somebody is convened to a session that was not declined. */
export type BusyTime = Span & { personId: string };

/** No session lasts longer: what starts before cannot reach into the period. */
const longest = 7 * day;

/** When these people are convened within a period. One query, along the people's invitations. */
export async function findBusyTimes(
  tx: Tx,
  _actor: Actor,
  { personIds, from, to, except }: { personIds: readonly string[]; from: Date; to: Date; except?: string },
): Promise<BusyTime[]> {
  const rows = await tx.sessionInvitee.findMany({
    where: {
      personId: { in: [...personIds] },
      OR: [{ reply: null }, { reply: { not: "NO" } }],
      session: {
        state: "CONVENED",
        startsAt: { gte: new Date(from.getTime() - longest), lt: to },
        endsAt: { gt: from },
        ...(except ? { id: { not: except } } : {}),
      },
    },
    select: { personId: true, session: { select: { startsAt: true, endsAt: true } } },
  });
  return rows.map(({ personId, session }) => ({ personId, ...session }));
}

/** The sessions of a programme within a period, drafts too, cancelled ones left out. */
export async function findOwnSessions(
  tx: Tx,
  _actor: Actor,
  { programmeId, from, to, except }: { programmeId: string; from: Date; to: Date; except?: string },
): Promise<(Span & { title: string })[]> {
  return tx.session.findMany({
    where: {
      programmeId,
      state: { not: "CANCELLED" },
      startsAt: { gte: new Date(from.getTime() - longest), lt: to },
      endsAt: { gt: from },
      ...(except ? { id: { not: except } } : {}),
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { title: true, startsAt: true, endsAt: true },
  });
}
