import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { getFollowedProgramme } from "@/lib/sessions/followup/queries";
import { canWriteMinutes, visibleTo } from "@/lib/sessions/policy";

/** Rows of each kind that are shown: what is open longer than that is not a list to work through any more. */
const most = 50;

/**
 * What the sessions of a programme left to do: tasks that nobody has done, the most urgent first, and decisions that have
 * not become a request, the newest first. Whoever does not write the minutes sees those of approved ones.
 */
export async function getOpenOfMinutes(actor: Actor, slug: string) {
  const programme = await getFollowedProgramme(actor, slug);
  const scope = { programmeId: programme.id };
  const minutes: Prisma.SessionMinutesWhereInput = {
    session: { AND: [scope, visibleTo(actor)] },
    ...(canWriteMinutes(actor, { ...scope, deputyId: null })
      ? {}
      : { state: { in: ["APPROVED", "PUBLISHED"] } }),
  };
  const [tasks, decisions] = await Promise.all([
    db.task.findMany({
      where: { doneAt: null, point: { minutes } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: most,
      select: {
        id: true,
        text: true,
        dueOn: true,
        owner: { select: { givenName: true, familyName: true } },
        point: { select: pointSelect },
      },
    }),
    db.decision.findMany({
      where: { requestId: null, point: { minutes } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: most,
      select: { id: true, text: true, point: { select: pointSelect } },
    }),
  ]);
  return {
    tasks: tasks.map(({ owner, point, ...task }) => ({
      ...task,
      owner: owner && `${owner.givenName} ${owner.familyName}`,
      session: point.minutes.session,
    })),
    decisions: decisions.map(({ point, ...decision }) => ({ ...decision, session: point.minutes.session })),
  };
}

export type OpenOfMinutes = Awaited<ReturnType<typeof getOpenOfMinutes>>;

const pointSelect = {
  minutes: { select: { session: { select: { id: true, title: true, startsAt: true } } } },
} as const;
