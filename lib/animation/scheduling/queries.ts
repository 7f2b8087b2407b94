import "server-only";
import {
  canAnimate,
  canCancelScheduled,
  canChangeScheduled,
  scheduledVisibleTo,
} from "@/lib/animation/policy";
import { dueAt } from "@/lib/animation/scheduling/due";
import { canModerate, categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { readSourceDate } from "@/lib/platform/source-date";
import { workedOnBy } from "@/lib/programmes/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

/** More than anybody keeps waiting in one programme. */
const most = 200;
/** Of those that came, or did not: the latest. */
const mostDecided = 20;

const scheduledSelect = {
  id: true,
  programmeId: true,
  authorId: true,
  title: true,
  markdown: true,
  lang: true,
  anchor: true,
  at: true,
  offsetDays: true,
  offsetHours: true,
  minuteOfDay: true,
  state: true,
  refusal: true,
  decidedAt: true,
  version: true,
  author: { select: { givenName: true, familyName: true } },
  category: { select: { id: true, title: true } },
  thread: { select: { id: true, title: true, hiddenAt: true } },
  phase: { select: { id: true, title: true, begin: true, end: true } },
  session: { select: { id: true, title: true, startsAt: true, endsAt: true, state: true } },
  post: { select: { number: true, threadId: true } },
  files: {
    orderBy: { createdAt: "asc" },
    select: { id: true, filename: true, size: true, object: { select: { scan: true } } },
  },
} as const;

type Row = Prisma.ScheduledPostGetPayload<{ select: typeof scheduledSelect }>;

function shown(actor: Actor, { author, phase, thread, ...row }: Row) {
  // What a moderator has hidden since is named to nobody else.
  const isHidden = thread?.hiddenAt && !canModerate(actor, row);
  return {
    ...row,
    thread: thread && { id: thread.id, title: isHidden ? null : thread.title },
    phase: phase && { id: phase.id, title: phase.title },
    author: `${author.givenName} ${author.familyName}`,
    dueAt: dueAt({ ...row, phase }),
    mayChange: canChangeScheduled(actor, row) && row.state === "WAITING",
    mayCancel: canCancelScheduled(actor, row) && row.state === "WAITING",
  };
}

export type ScheduledShown = ReturnType<typeof shown>;

/** The programme of a page of animation, for who keeps its forum going. */
export async function getAnimated(actor: Actor, slug: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, workedOnBy(actor)] },
      select: { id: true, slug: true, shortTitle: true },
    }),
    "programme",
  );
  authorise(canAnimate(actor, { programmeId: programme.id }), "programme");
  return programme;
}

/** Posts written beforehand: those that wait, by their moment, and those that came or did not, the latest first. */
export async function listScheduled(actor: Actor, slug: string) {
  const programme = await getAnimated(actor, slug);
  const where = { AND: [{ programmeId: programme.id }, scheduledVisibleTo(actor)] };
  const [waiting, decided] = await Promise.all([
    db.scheduledPost.findMany({
      where: { AND: [where, { state: "WAITING" }] },
      orderBy: { id: "asc" },
      take: most,
      select: scheduledSelect,
    }),
    db.scheduledPost.findMany({
      where: { AND: [where, { state: { in: ["PUBLISHED", "CANCELLED", "REFUSED"] } }] },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take: mostDecided,
      select: scheduledSelect,
    }),
  ]);
  const last = Number.POSITIVE_INFINITY;
  return {
    programme,
    waiting: waiting
      .map((row) => shown(actor, row))
      .sort((one, other) => (one.dueAt?.getTime() ?? last) - (other.dueAt?.getTime() ?? last)),
    decided: decided.map((row) => shown(actor, row)),
  };
}

/** A post that waits, for its author's form. */
export async function getScheduled(actor: Actor, slug: string, id: string) {
  const programme = await getAnimated(actor, slug);
  const row = found(
    await db.scheduledPost.findFirst({
      where: { AND: [{ id, programmeId: programme.id, state: "WAITING" }, scheduledVisibleTo(actor)] },
      select: scheduledSelect,
    }),
    "scheduledPost",
  );
  authorise(canChangeScheduled(actor, row), "scheduledPost");
  return { programme, post: shown(actor, row), choices: await listChoices(actor, programme.id) };
}

/** What the form of a new post offers; `threadId` where it is to be written in a thread that there is. */
export async function getScheduling(actor: Actor, slug: string, threadId?: string) {
  const programme = await getAnimated(actor, slug);
  const thread = threadId ? await getThreadOf(actor, programme.id, threadId) : null;
  return { programme, thread, choices: await listChoices(actor, programme.id) };
}

/** A discussion of a programme in which something is to be written. */
export async function getThreadOf(actor: Actor, programmeId: string, id: string) {
  return found(
    await db.thread.findFirst({
      where: { AND: [{ id, category: { programmeId } }, threadVisibleTo(actor)] },
      select: { id: true, title: true },
    }),
    "thread",
  );
}

async function listChoices(actor: Actor, programmeId: string) {
  const [categories, phases, sessions] = await Promise.all([
    db.category.findMany({
      where: { AND: [{ programmeId }, categoryVisibleTo(actor)] },
      orderBy: { position: "asc" },
      select: { id: true, title: true, isPublic: true },
    }),
    db.phase.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
      select: { id: true, title: true, begin: true, end: true },
    }),
    db.session.findMany({
      where: {
        AND: [
          { programmeId, endsAt: { gte: actor.at }, state: { not: "CANCELLED" } },
          sessionVisibleTo(actor),
        ],
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 100,
      select: { id: true, title: true, startsAt: true },
    }),
  ]);
  return {
    categories,
    phases: phases.map(({ begin, end, ...phase }) => ({
      ...phase,
      begin: readSourceDate(begin),
      end: readSourceDate(end),
    })),
    sessions,
  };
}

export type ScheduleChoices = Awaited<ReturnType<typeof listChoices>>;
