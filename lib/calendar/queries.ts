import "server-only";
import { monthPeriod, sheetPeriod, weekPeriod } from "@/lib/calendar/month";
import { ownBodies } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { romeInstant } from "@/lib/platform/rome-time";
import { visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { listSessionsBetween, type SessionFilter } from "@/lib/sessions/queries";
import type { SessionRow } from "@/lib/sessions/session-row";

/** More than this in one month is no calendar any more: the page asks to narrow it. */
export const mostPerMonth = 400;

export type ProgrammeChoice = { slug: string; shortTitle: string };

/** By when something is owed: of a body of the reader's own (a deliverable), or of all bodies (a request). */
export type Deadline = {
  id: string;
  kind: "deliverable" | "request";
  title: string;
  dueAt: Date;
  body: string | null;
  state: DeliverableState | null;
  /** the body was given more time than the others */
  isExtended: boolean;
  programme: { slug: string; shortTitle: string };
};

export type BodyChoice = { slug: string; shortName: string };

export type CalendarMonth = {
  sessions: SessionRow[];
  programmes: ProgrammeChoice[];
  bodies: BodyChoice[];
  isCut: boolean;
};
export type OwnCalendarMonth = CalendarMonth & { deadlines: Deadline[] };

/** A month, as a sheet or as a list, or with `view` "week" the week of `week`. */
type Asked = { month: string; week?: string; filter?: SessionFilter; view?: "month" | "week" | "list" };

function periodOf({ month, week, view }: Asked): { from: Date; to: Date } {
  if (view === "week") return weekPeriod(romeInstant(week ?? `${month}-01`, "12:00"));
  return view === "list" ? monthPeriod(month) : sheetPeriod(month);
}

/** A month or week of the sessions that the actor sees, with the programmes and bodies to choose from. Three queries. */
export async function getOpenMonth(actor: Actor, asked: Asked): Promise<CalendarMonth> {
  const [sessions, bodies, programmes] = await Promise.all([
    listSessionsBetween(actor, periodOf(asked), { filter: asked.filter, limit: mostPerMonth + 1 }),
    listBodies(programmeVisibleTo(actor)),
    db.programme.findMany({
      // Not only those with sessions: asking that of a hundred thousand sessions costs more than the month itself.
      where: programmeVisibleTo(actor),
      orderBy: { shortTitle: "asc" },
      take: 200,
      select: { slug: true, shortTitle: true },
    }),
  ]);
  return {
    sessions: sessions.slice(0, mostPerMonth),
    programmes,
    bodies,
    isCut: sessions.length > mostPerMonth,
  };
}

/** A month or week of a person's own programmes: sessions, and by when something is owed. Five queries. */
export async function getOwnMonth(actor: Actor, asked: Asked): Promise<OwnCalendarMonth> {
  const period = periodOf(asked);
  const programmes = await db.programme.findMany({
    where: workedOnBy(actor),
    orderBy: { shortTitle: "asc" },
    take: 200,
    select: { id: true, slug: true, shortTitle: true },
  });
  const programmeIds = programmes.map((one) => one.id);
  const [sessions, deadlines, bodies] = await Promise.all([
    listSessionsBetween(actor, period, { filter: asked.filter, programmeIds, limit: mostPerMonth + 1 }),
    listDeadlines(actor, period, asked.filter),
    listBodies({ id: { in: programmeIds } }),
  ]);
  return {
    sessions: sessions.slice(0, mostPerMonth),
    programmes,
    bodies,
    deadlines,
    isCut: sessions.length > mostPerMonth,
  };
}

/** Bodies that take part in some of the programmes, by name. */
function listBodies(programme: Prisma.ProgrammeWhereInput): Promise<BodyChoice[]> {
  return db.organisation.findMany({
    where: { enrolments: { some: { state: { in: ["SELECTED", "ACTIVE", "CONCLUDED"] }, programme } } },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    take: 300,
    select: { slug: true, shortName: true },
  });
}

export type WeekContext = { from: Date; days: string[]; sessions: SessionRow[]; deadlines: Deadline[] };

/** What else stands in the week of a moment, in the programmes of the actor: shown beside a session that is planned. */
export async function getWeekAround(actor: Actor, at: Date, exceptSessionId?: string): Promise<WeekContext> {
  const { from, to, days } = weekPeriod(at);
  const [sessions, deadlines] = await Promise.all([
    listSessionsBetween(actor, { from, to }, { limit: 20 }),
    listDeadlines(actor, { from, to }),
  ]);
  return { from, days, sessions: sessions.filter((one) => one.id !== exceptSessionId), deadlines };
}

/**
 * Due dates within a period: those of the actor's own bodies as they stand, extensions included, and, unless only what is
 * the actor's own is asked for, those of programmes it follows whole.
 */
export async function listDeadlines(
  actor: Actor,
  period: { from: Date; to: Date },
  { programme, body, mine }: Pick<SessionFilter, "programme" | "body" | "mine"> = {},
): Promise<Deadline[]> {
  const dueAt = { gte: period.from, lt: period.to };
  const own = ownBodies(actor);
  const followed = mine ? [] : actor.programmesWith("COORDINATOR", "EXPERT", "OBSERVER");
  const inProgramme = programme ? { programme: { slug: programme } } : {};
  const ofBody = body ? { organisation: { slug: body } } : {};
  const [deliverables, requests] = await Promise.all([
    own.length === 0
      ? []
      : db.deliverable.findMany({
          where: {
            ...ofBody,
            dueAt,
            OR: own.map((one) => ({
              organisationId: one.organisationId,
              request: { programmeId: one.programmeId, ...inProgramme },
            })),
          },
          orderBy: [{ dueAt: "asc" }, { id: "asc" }],
          take: mostPerMonth,
          select: {
            id: true,
            dueAt: true,
            state: true,
            organisation: { select: { shortName: true } },
            extensions: { take: 1, select: { id: true } },
            request: { select: { title: true, programme: { select: { slug: true, shortTitle: true } } } },
          },
        }),
    followed.length === 0
      ? []
      : db.deliverableRequest.findMany({
          where: {
            AND: [
              { dueAt, programmeId: { in: followed } },
              inProgramme,
              body ? { deliverables: { some: ofBody } } : {},
            ],
          },
          orderBy: [{ dueAt: "asc" }, { id: "asc" }],
          take: mostPerMonth,
          select: {
            id: true,
            dueAt: true,
            title: true,
            programme: { select: { slug: true, shortTitle: true } },
          },
        }),
  ]);
  return [
    ...deliverables.map(({ id, dueAt: due, state, organisation, extensions, request }) => ({
      id,
      kind: "deliverable" as const,
      title: request.title,
      dueAt: due,
      body: organisation.shortName,
      state,
      isExtended: extensions.length > 0,
      programme: request.programme,
    })),
    ...requests.map((one) => ({
      ...one,
      kind: "request" as const,
      body: null,
      state: null,
      isExtended: false,
    })),
  ].toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
