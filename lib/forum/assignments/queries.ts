import "server-only";
import {
  type AnswerTerm,
  answerRules,
  usualDueDay,
  usualTerm,
  waitingSince,
} from "@/lib/forum/assignments/term";
import { answeringRoles, canAssign } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import type { Role, ThreadState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, nextCursor } from "@/lib/platform/lists/cursor";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Who is to answer a thread, and by when. */
export type Assignment = { id: string; assigneeId: string; name: string; dueAt: Date };

/** Somebody a thread can be assigned to. */
export type Assignable = { id: string; name: string; role: Role };

/** A thread that waits: for its first answer, or for whoever was to answer. */
export type WaitingThread = {
  id: string;
  title: string;
  state: ThreadState;
  category: string;
  authorId: string | null;
  author: string | null;
  createdAt: Date;
  assignment: Assignment | null;
};

/** What is asked for where a thread is assigned: who could answer it, and the usual day. */
export type AssigningFacts = { people: Assignable[]; dueOn: string };

/** Questions counted, at most. */
const most = 100;

/** Who could answer a thread and by when, for whoever says so; null where that is not the actor, or nobody is to answer. */
export async function findAssigning(
  actor: Actor,
  thread: { programmeId: string; authorId: string | null; state: ThreadState; isOpen: boolean },
): Promise<AssigningFacts | null> {
  const isAnswerable = thread.isOpen && thread.state !== "SOLVED";
  if (!canAssign(actor, thread) || !isAnswerable) return null;
  const facts = await getFacts(actor, thread.programmeId);
  return { ...facts, people: facts.people.filter(({ id }) => id !== thread.authorId) };
}

/**
 * What waits in the forum of a programme, for whoever assigns it: assignments whose day has passed, and questions without
 * any answer for so many days, the oldest first.
 */
export async function getQueue(
  actor: Actor,
  slug: string,
  { days, after, size = 20 }: { days?: number; after?: Cursor; size?: number } = {},
) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true, categories: { select: { id: true } } },
    }),
    "programme",
  );
  const programmeId = programme.id;
  authorise(canAssign(actor, { programmeId }), "queue");
  const term = await getTerm(actor);
  const since = waitingSince(actor.at, days ?? term.waitingDays);
  const categories = programme.categories.map(({ id }) => id);
  const [late, facts] = await Promise.all([listLate(actor, categories), getFacts(actor, programmeId, term)]);
  const told = late.map(({ id }) => id);
  const rows = await listWaiting(categories, { since, told, after, limit: size + 1 });
  const page = nextCursor(rows, size, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    days: days ?? term.waitingDays,
    usualDays: term.waitingDays,
    late: after ? [] : late,
    ...page,
    facts,
  };
}

export type Queue = Awaited<ReturnType<typeof getQueue>>;

/** Per programme that the actor coordinates and in which something waits: questions, and assignments that are late. */
export async function countQueues(
  actor: Actor,
): Promise<{ slug: string; programme: string; questions: number; late: number }[]> {
  const programmes = actor.programmesWith("COORDINATOR");
  if (programmes.length === 0) return [];
  const since = waitingSince(actor.at, (await getTerm(actor)).waitingDays);
  return db.$queryRaw`
    select p.slug, p.short_title as programme, waiting.count as questions, late.count as late
    from programme p
    cross join lateral (
      select count(*)::int as count from (
        select from category c join thread t on t.category_id = c.id
        where c.programme_id = p.id and ${canBeAnswered} and t.state = 'OPEN' and t.created_at <= ${since}
        limit ${most}
      ) counted
    ) waiting
    cross join lateral (
      select count(*)::int as count from (
        select from thread_assignment g join thread t on t.id = g.thread_id join category c on c.id = t.category_id
        where g.ended_at is null and g.due_at < ${actor.at} and c.programme_id = p.id and ${canBeAnswered}
        limit ${most}
      ) counted
    ) late
    where p.id = any(${programmes}::uuid[]) and waiting.count + late.count > 0
    order by p.short_title, p.id`;
}

/** Threads that the actor is to answer, in every programme, the most urgent first. */
export async function listAssignedToMe(
  actor: Actor,
  limit: number,
): Promise<{ id: string; title: string; slug: string; programme: string; dueAt: Date }[]> {
  const programmes = actor.programmesWith(...answeringRoles);
  if (!actor.personId || programmes.length === 0) return [];
  return db.$queryRaw`
    select t.id, t.title, p.slug, p.short_title as programme, g.due_at as "dueAt"
    from thread_assignment g
    join thread t on t.id = g.thread_id join category c on c.id = t.category_id join programme p on p.id = c.programme_id
    where g.assignee_id = ${actor.personId}::uuid and g.ended_at is null and ${canBeAnswered}
      and p.id = any(${programmes}::uuid[])
    order by g.due_at, g.id
    limit ${limit}`;
}

const canBeAnswered = Prisma.sql`t.locked_at is null and t.hidden_at is null`;

async function getTerm(actor: Actor): Promise<AnswerTerm> {
  return (await findRuleSet(answerRules, portalScope, actor.at))?.content ?? usualTerm;
}

async function getFacts(actor: Actor, programmeId: string, term?: AnswerTerm): Promise<AssigningFacts> {
  const [rows, rules] = await Promise.all([
    db.roleAssignment.findMany({
      where: {
        programmeId,
        role: { in: [...answeringRoles] },
        person: { disabledAt: null },
        fromAt: { lte: actor.at },
        OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
      },
      orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { role: "asc" }],
      select: { role: true, person: { select: { id: true, givenName: true, familyName: true } } },
    }),
    term ?? getTerm(actor),
  ]);
  const people = new Map(
    rows.map(({ role, person: { id, givenName, familyName } }) => [
      id,
      { id, name: `${givenName} ${familyName}`, role },
    ]),
  );
  return { people: [...people.values()], dueOn: usualDueDay(actor.at, rules) };
}

type WaitingRow = Omit<WaitingThread, "assignment"> & {
  assignmentId: string | null;
  assigneeId: string | null;
  assignee: string | null;
  dueAt: Date | null;
};

const waitingColumns = Prisma.sql`t.id, t.title, t.state::text as state, c.title as category, t.author_id as "authorId",
  a.given_name || ' ' || a.family_name as author, t.created_at as "createdAt", g.id as "assignmentId",
  g.assignee_id as "assigneeId", b.given_name || ' ' || b.family_name as assignee, g.due_at as "dueAt"`;

// Each category gives its oldest by its index. What is late stands above and is not told twice: left out by name, since
// joined with the assignments all questions would be read.
async function listWaiting(
  categories: string[],
  { since, told, after, limit }: { since: Date; told: string[]; after?: Cursor; limit: number },
): Promise<WaitingThread[]> {
  const beyond = after
    ? Prisma.sql`(t.created_at, t.id) > (${after.at}, ${after.id}::uuid)`
    : Prisma.sql`true`;
  const rows = await db.$queryRaw<WaitingRow[]>`
    select ${waitingColumns}
    from category c
    cross join lateral (
      select t.id, t.title, t.state, t.author_id, t.created_at from thread t
      where t.category_id = c.id and t.state = 'OPEN' and ${canBeAnswered} and t.created_at <= ${since}
        and ${beyond} and t.id <> all(${told}::uuid[])
      order by t.created_at, t.id limit ${limit}
    ) t
    left join person a on a.id = t.author_id
    left join thread_assignment g on g.thread_id = t.id and g.ended_at is null
    left join person b on b.id = g.assignee_id
    where c.id = any(${categories}::uuid[])
    order by t.created_at, t.id
    limit ${limit}`;
  return rows.map(waitingOf);
}

async function listLate(actor: Actor, categories: string[]): Promise<WaitingThread[]> {
  const rows = await db.$queryRaw<WaitingRow[]>`
    select ${waitingColumns}
    from thread_assignment g
    join thread t on t.id = g.thread_id join category c on c.id = t.category_id
    join person b on b.id = g.assignee_id
    left join person a on a.id = t.author_id
    where g.ended_at is null and g.due_at < ${actor.at} and ${canBeAnswered} and c.id = any(${categories}::uuid[])
    order by g.due_at, g.id
    limit ${most}`;
  return rows.map(waitingOf);
}

function waitingOf({ assignmentId, assigneeId, assignee, dueAt, ...thread }: WaitingRow): WaitingThread {
  const isAssigned = assignmentId !== null && assigneeId !== null && dueAt !== null;
  return {
    ...thread,
    assignment: isAssigned ? { id: assignmentId, assigneeId, name: assignee ?? "", dueAt } : null,
  };
}
