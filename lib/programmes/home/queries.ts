import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { ProgrammeState, StateOrigin } from "@/lib/platform/db/generated/enums";
import { readSourceDate, type SourceDate } from "@/lib/platform/source-date";
import { visibleTo } from "@/lib/programmes/policy";

export type AxisProgramme = {
  slug: string;
  shortTitle: string;
  state: ProgrammeState;
  stateOrigin: StateOrigin;
  begin: SourceDate | null;
  end: SourceDate | null;
  phases: number;
  /** bodies join it by steps of its own */
  isJoined: boolean;
};

/** Programmes for the axis of the home page, in the order in which they began. */
export async function listAxisProgrammes(actor: Actor): Promise<AxisProgramme[]> {
  const rows = await db.programme.findMany({
    where: visibleTo(actor),
    select: {
      slug: true,
      shortTitle: true,
      state: true,
      stateOrigin: true,
      begin: true,
      end: true,
      _count: { select: { phases: true, joiningSteps: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 30,
  });
  return rows
    .map(({ begin, end, _count, ...row }) => ({
      ...row,
      begin: readSourceDate(begin),
      end: readSourceDate(end),
      phases: _count.phases,
      isJoined: _count.joiningSteps > 0,
    }))
    .sort((a, b) => beginOf(a).localeCompare(beginOf(b)));
}

const beginOf = ({ begin }: AxisProgramme) => begin?.from ?? begin?.to ?? "9999";

export type PortalCounts = {
  programmes: number;
  sessionsHeld: number;
  sessions: number;
  bodiesAtWork: number;
};

/** What the home page counts, at the actor's moment. */
export async function countForHome(actor: Actor): Promise<PortalCounts> {
  const programme = visibleTo(actor);
  // One connection for all four: the page asks for much else at the same time.
  const [programmes, sessionsHeld, sessions, bodiesAtWork] = await db.$transaction([
    db.programme.count({ where: programme }),
    db.session.count({
      where: { programme, state: { in: ["CONVENED", "CLOSED"] }, endsAt: { lte: actor.at } },
    }),
    db.session.count({ where: { programme, state: { in: ["CONVENED", "CLOSED"] } } }),
    db.organisation.count({ where: { enrolments: { some: { programme, state: "ACTIVE" } } } }),
  ]);
  return { programmes, sessionsHeld, sessions, bodiesAtWork };
}
