import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { type Cursor, nextCursor } from "@/lib/platform/lists/cursor";
import { visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { presentStates } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { canSchedule, visibleTo } from "@/lib/sessions/policy";
import { type MemberSessionRow, rowSelect, type SessionRow } from "@/lib/sessions/session-row";

const day = 86_400_000;
/** No session lasts longer: what starts before cannot be going on. Keeps the search inside the index on the start. */
const longest = 7 * day;

export type ProgrammeHead = { id: string; slug: string; title: string; shortTitle: string };
export type Page<Row> = { rows: Row[]; next?: string };

const programmeSelect = { id: true, slug: true, title: true, shortTitle: true } as const;

/** A programme whose public pages the actor sees. */
async function getOpenProgramme(actor: Actor, slug: string): Promise<ProgrammeHead> {
  const where = { AND: [{ slug }, programmeVisibleTo(actor)] };
  return found(await db.programme.findFirst({ where, select: programmeSelect }), "programme");
}

/** A programme whose reserved pages the actor may enter. */
async function getOwnProgramme(actor: Actor, slug: string): Promise<ProgrammeHead> {
  const where = { AND: [{ slug }, workedOnBy(actor)] };
  return found(await db.programme.findFirst({ where, select: programmeSelect }), "programme");
}

export type SessionList = { programme: ProgrammeHead; mayManage: boolean } & Page<MemberSessionRow>;

/** Sessions of a programme for its members: those to come from the next one on, or those past from the last one back. */
export async function listSessions(
  actor: Actor,
  slug: string,
  part: { when: "upcoming" | "past"; after?: Cursor; size?: number },
): Promise<SessionList> {
  const programme = await getOwnProgramme(actor, slug);
  const upcoming = part.when === "upcoming";
  const size = part.size ?? 25;
  const rows = await db.session.findMany({
    where: {
      AND: [
        { programmeId: programme.id },
        visibleTo(actor),
        upcoming
          ? { startsAt: { gte: new Date(actor.at.getTime() - longest) }, endsAt: { gte: actor.at } }
          : { startsAt: { lt: actor.at }, endsAt: { lt: actor.at } },
        part.after ? beyond(part.after, upcoming ? "gt" : "lt") : {},
      ],
    },
    orderBy: upcoming ? [{ startsAt: "asc" }, { id: "asc" }] : [{ startsAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      ...rowSelect,
      invitees: { where: { personId: actor.personId ?? asUuid("") }, select: { reply: true } },
    },
  });
  const page = cut(rows, size);
  return {
    programme,
    mayManage: canSchedule(actor, { programmeId: programme.id }),
    next: page.next,
    rows: page.rows.map(({ invitees: [own], ...row }) => ({
      ...row,
      myReply: own ? (own.reply ?? "NONE") : null,
    })),
  };
}

/** All sessions of a programme that its public page shows, in the order of time. */
export async function listOpenSessions(
  actor: Actor,
  slug: string,
  part: { after?: Cursor; size?: number } = {},
): Promise<{ programme: ProgrammeHead } & Page<SessionRow>> {
  const programme = await getOpenProgramme(actor, slug);
  const size = part.size ?? 100;
  const rows = await db.session.findMany({
    where: {
      AND: [{ programmeId: programme.id }, visibleTo(actor), part.after ? beyond(part.after, "gt") : {}],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: size + 1,
    select: rowSelect,
  });
  return { programme, ...cut(rows, size) };
}

/** The next sessions that the actor sees, cancelled ones left out: home, a programme's page. */
export async function listNextSessions(
  actor: Actor,
  filter: { programmeId?: string; size?: number } = {},
): Promise<SessionRow[]> {
  return db.session.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { state: "CONVENED", ...(filter.programmeId ? { programmeId: filter.programmeId } : {}) },
        { startsAt: { gte: new Date(actor.at.getTime() - longest) }, endsAt: { gte: actor.at } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: filter.size ?? 5,
    select: rowSelect,
  });
}

/**
 * The next sessions to which the actor itself goes or may go: what it declined and where somebody comes in its place is
 * left out.
 */
export async function listMyNextSessions(actor: Actor, size = 4): Promise<MemberSessionRow[]> {
  const { personId } = actor;
  if (!personId) return [];
  const mine = {
    personId,
    OR: [{ reply: null }, { reply: { not: "NO" as const } }],
    substitution: null,
  };
  const rows = await db.session.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { state: "CONVENED", invitees: { some: mine } },
        { startsAt: { gte: new Date(actor.at.getTime() - longest) }, endsAt: { gte: actor.at } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: size,
    select: { ...rowSelect, invitees: { where: { personId }, select: { reply: true } } },
  });
  return rows.map(({ invitees: [own], ...row }) => ({ ...row, myReply: own?.reply ?? "NONE" }));
}

export type SessionFilter = {
  programme?: string;
  kind?: SessionKind;
  mode?: SessionMode;
  /** by the slug of the body: sessions to which it is convened, or that it hosts */
  body?: string;
  /** only sessions to which the actor is invited */
  mine?: boolean;
};

/** Sessions that start within a period, earliest first, at most `limit`. */
export async function listSessionsBetween(
  actor: Actor,
  period: { from: Date; to: Date },
  options: { filter?: SessionFilter; programmeIds?: string[]; limit?: number } = {},
): Promise<SessionRow[]> {
  const { programme, kind, mode, body, mine } = options.filter ?? {};
  return db.session.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { startsAt: { gte: period.from, lt: period.to } },
        options.programmeIds ? { programmeId: { in: options.programmeIds } } : {},
        programme ? { programme: { slug: programme } } : {},
        kind ? { kind } : {},
        mode ? { mode } : {},
        body ? concerns(body) : {},
        mine ? { invitees: { some: { personId: actor.personId ?? asUuid("") } } } : {},
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: options.limit ?? 500,
    select: rowSelect,
  });
}

/** Sessions of a body: it hosts them, is named among those convened, or takes part where all are. */
function concerns(slug: string): Prisma.SessionWhereInput {
  return {
    OR: [
      { host: { slug } },
      { bodies: { some: { organisation: { slug } } } },
      {
        allBodies: true,
        programme: {
          enrolments: { some: { organisation: { slug }, state: { in: [...presentStates, "CONCLUDED"] } } },
        },
      },
    ],
  };
}

function beyond(cursor: Cursor, side: "gt" | "lt"): Prisma.SessionWhereInput {
  // The first line bounds the walk along the index; the second leaves out what was shown.
  return {
    startsAt: side === "gt" ? { gte: cursor.at } : { lte: cursor.at },
    OR: [{ startsAt: { [side]: cursor.at } }, { id: { [side]: cursor.id } }],
  };
}

function cut<Row extends { startsAt: Date; id: string }>(rows: Row[], size: number): Page<Row> {
  return nextCursor(rows, size, (row) => ({ at: row.startsAt, id: row.id }));
}
