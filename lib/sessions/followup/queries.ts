import "server-only";
import { listMissingBefore } from "@/lib/documents/deliverables/missing/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";
import { workedOnBy } from "@/lib/programmes/policy";
import { type BodyAttendance, compareBodies, presenceOf } from "@/lib/sessions/attendance/by-body";
import { presentStates } from "@/lib/sessions/convocation";
import { closingAskedBefore, lengthsOf, type Missing, missingOf } from "@/lib/sessions/followup/missing";
import { canFollowUp } from "@/lib/sessions/followup/policy";
import { type SessionPhase, sessionPhase } from "@/lib/sessions/lifecycle";
import { managedBy, visibleTo } from "@/lib/sessions/policy";
import type { ProgrammeHead } from "@/lib/sessions/queries";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

/** Where a body stands at a session: not convened, or there, not there, nothing said. */
export type Presence = BodyAttendance["presence"] | "notConvened";

export type FollowedSession = SessionRow & {
  phase: SessionPhase;
  missing: Missing[];
  lengths: ReturnType<typeof lengthsOf>;
  hasAttendance: boolean;
};

export type FollowedBody = {
  id: string;
  name: string;
  shortName: string;
  /** by session */
  presence: Map<string, Presence>;
};

export type FollowUp = {
  programme: ProgrammeHead;
  /** the last ones that began or come next, in the order of time */
  sessions: FollowedSession[];
  bodies: FollowedBody[];
  /** earlier sessions, where there are */
  next?: string;
};

/** Sessions on one page: as many columns as can be read beside each other. */
const onePage = 12;

/**
 * The sessions of a programme from the newest back, with what each still lacks and which bodies were there. Four queries,
 * whatever the size.
 */
export async function getFollowUp(
  actor: Actor,
  slug: string,
  part: { after?: Cursor; size?: number } = {},
): Promise<FollowUp> {
  const programme = await getFollowedProgramme(actor, slug);
  const size = part.size ?? onePage;
  const [rows, enrolled] = await Promise.all([
    db.session.findMany({
      where: {
        AND: [
          { programmeId: programme.id, state: { in: ["CONVENED", "CLOSED"] } },
          visibleTo(actor),
          keysetBefore("startsAt", part.after),
        ],
      },
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      take: size + 1,
      select: followedSelect,
    }),
    db.organisation.findMany({
      where: { enrolments: { some: { programmeId: programme.id, state: { in: [...presentStates] } } } },
      select: bodySelect,
    }),
  ]);
  const page = nextCursor(rows, size, (row) => ({ at: row.startsAt, id: row.id }));
  const sessions = page.rows.toReversed();
  return {
    programme,
    ...(page.next ? { next: page.next } : {}),
    sessions: sessions.map((row) => followed(row, actor.at)),
    bodies: bodiesOf(sessions, enrolled),
  };
}

/** A programme whose sessions the actor follows up. */
export async function getFollowedProgramme(actor: Actor, slug: string): Promise<ProgrammeHead> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, workedOnBy(actor)] },
      select: { id: true, slug: true, title: true, shortTitle: true },
    }),
    "programme",
  );
  authorise(canFollowUp(actor, { programmeId: programme.id }));
  return programme;
}

export type LateAtSession = {
  session: { id: string; title: string; startsAt: Date } | null;
  deliverables: Awaited<ReturnType<typeof listMissingBefore>>;
};

/** What bodies had not sent when the last session began, although it was due: "verify respect of timing" (0.59). */
export async function getLateAtLastSession(actor: Actor, slug: string): Promise<LateAtSession> {
  const programme = await getFollowedProgramme(actor, slug);
  const session = await db.session.findFirst({
    where: {
      AND: [
        {
          programmeId: programme.id,
          state: { in: ["CONVENED", "CLOSED"] },
          startsAt: { lte: actor.at },
        },
        visibleTo(actor),
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    select: { id: true, title: true, startsAt: true },
  });
  return {
    session,
    deliverables: session ? await listMissingBefore(actor, programme.id, session.startsAt) : [],
  };
}

export type SessionToClose = SessionRow & { missing: Missing[] };

/** Sessions that the actor manages, which ended more than three days ago and were not closed, the oldest first. */
export async function listToClose(actor: Actor, limit = 10): Promise<SessionToClose[]> {
  const rows = await db.session.findMany({
    where: {
      AND: [managedBy(actor), { state: "CONVENED", endsAt: { lt: closingAskedBefore(actor.at) } }],
    },
    orderBy: [{ endsAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      ...rowSelect,
      attendance: { take: 1, select: { personId: true } },
      minutes: { select: { publishedAt: true } },
    },
  });
  return rows.map(({ attendance, minutes, ...row }) => ({
    ...row,
    missing: missingOf({ ...row, hasAttendance: attendance.length > 0, minutes }, actor.at),
  }));
}

const bodySelect = { id: true, name: true, shortName: true } as const;

const followedSelect = {
  ...rowSelect,
  actualStartsAt: true,
  actualEndsAt: true,
  minutes: { select: { publishedAt: true } },
  invitees: { select: { personId: true, organisation: { select: bodySelect } } },
  attendance: { select: { personId: true, present: true, organisation: { select: bodySelect } } },
} as const;

type Body = { id: string; name: string; shortName: string };
type FollowedRow = SessionRow & {
  actualStartsAt: Date | null;
  actualEndsAt: Date | null;
  minutes: { publishedAt: Date | null } | null;
  invitees: { personId: string; organisation: Body | null }[];
  attendance: { personId: string; present: boolean; organisation: Body | null }[];
};

function followed(row: FollowedRow, at: Date): FollowedSession {
  const { actualStartsAt, actualEndsAt, minutes, invitees: _, attendance, ...session } = row;
  const hasAttendance = attendance.length > 0;
  return {
    ...session,
    hasAttendance,
    phase: sessionPhase(session, at),
    missing: missingOf({ ...session, hasAttendance, minutes }, at),
    lengths: lengthsOf({ ...session, actualStartsAt, actualEndsAt }),
  };
}

/** Bodies that take part now and those that were convened or there then, each with its presence by session. */
function bodiesOf(sessions: readonly FollowedRow[], enrolled: readonly Body[]): FollowedBody[] {
  const bodies = new Map(enrolled.map((one) => [one.id, { ...one, presence: new Map<string, Presence>() }]));
  for (const { id, invitees, attendance } of sessions) {
    const said = new Map(attendance.map((one) => [one.personId, one.present]));
    const invited = new Set(invitees.map((one) => one.personId));
    const people = [...invitees, ...attendance.filter((one) => !invited.has(one.personId))];
    const counts = new Map<string, { body: Body; present: number; absent: number }>();
    for (const { personId, organisation } of people) {
      if (!organisation) continue;
      const count = counts.get(organisation.id) ?? { body: organisation, present: 0, absent: 0 };
      const present = said.get(personId);
      if (present === true) count.present += 1;
      if (present === false) count.absent += 1;
      counts.set(organisation.id, count);
    }
    for (const { body, present, absent } of counts.values()) {
      const known = bodies.get(body.id) ?? { ...body, presence: new Map<string, Presence>() };
      known.presence.set(id, presenceOf(present, absent));
      bodies.set(body.id, known);
    }
  }
  return [...bodies.values()].toSorted((a, b) => compareBodies(a.shortName, b.shortName));
}
