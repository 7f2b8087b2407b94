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

/** Another session of the same programme; the title is null where the actor does not see it. */
export type Overlap = { session: string | null; startsAt: Date };

/** The sessions of a programme at the time of one of them, drafts too, cancelled ones left out. */
export async function findOverlaps(
  tx: Tx,
  actor: Actor,
  { id, programmeId, startsAt, endsAt }: Period & { programmeId: string },
): Promise<Overlap[]> {
  const own = await findOwnSessions(tx, actor, { programmeId, from: startsAt, to: endsAt, except: id });
  if (own.length === 0) return [];
  // A deputy does not see the drafts of others.
  const seen = await tx.session.findMany({
    where: { AND: [{ id: { in: own.map((one) => one.id) } }, visibleTo(actor)] },
    select: { id: true },
  });
  const visible = new Set(seen.map((one) => one.id));
  return own.map((one) => ({
    session: visible.has(one.id) ? one.title : null,
    startsAt: one.startsAt,
  }));
}

type Asked = { id: string; busyAnyway: boolean; isMoved: boolean; field?: string };

/**
 * Refuses a session at whose time the programme has another one, where it is new or was moved, or somebody to be convened
 * is convened elsewhere; the form says that it is to be so. All is told at once: one tick confirms what was read.
 * @throws DomainError "planning.overlaps", "planning.busy", "planning.overlapsAndBusy" at the field that holds
 * the time, with the first names
 */
export async function assertTimeIsFree(
  tx: Tx,
  actor: Actor,
  { id, busyAnyway, isMoved, field = "start" }: Asked,
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
  const personIds = convened.map((one) => one.personId);
  const clashes = await findClashes(tx, actor, session, personIds);
  const overlaps = isMoved ? await findOverlaps(tx, actor, session) : [];
  if (overlaps.length > 0 && clashes.length > 0) {
    throw new DomainError(
      "planning.overlapsAndBusy",
      { ...overlapParams(overlaps), ...busyParams(clashes) },
      field,
    );
  }
  if (overlaps.length > 0) throw new DomainError("planning.overlaps", overlapParams(overlaps), field);
  if (clashes.length > 0) throw new DomainError("planning.busy", busyParams(clashes), field);
}

function overlapParams(overlaps: readonly Overlap[]) {
  const titles = overlaps.flatMap((one) => one.session ?? []).slice(0, 3);
  return { sessions: overlaps.length, titles: titles.join(", ") || "none" };
}

function busyParams(clashes: readonly Clash[]) {
  const told = [...new Set(clashes.map(({ name, session: title }) => (title ? `${name} (${title})` : name)))];
  const people = new Set(clashes.map((one) => one.personId)).size;
  return { count: people, who: told.slice(0, 5).join(", "), more: Math.max(0, told.length - 5) };
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
): Promise<(Span & { id: string; title: string })[]> {
  return tx.session.findMany({
    where: {
      programmeId,
      state: { not: "CANCELLED" },
      startsAt: { gte: new Date(from.getTime() - longest), lt: to },
      endsAt: { gt: from },
      ...(except ? { id: { not: except } } : {}),
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: { id: true, title: true, startsAt: true, endsAt: true },
  });
}
