import "server-only";
import type { AssignThread, TakeBackAssignment } from "@/lib/forum/assignments/schema";
import { answerRules, dueAtEndOf, usualDueDay, usualTerm } from "@/lib/forum/assignments/term";
import { answeringRoles, canAssign, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { romeDay } from "@/lib/platform/rome-time";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

export type AssignedPlace = { slug: string; threadId: string };

/** A term further away is a slip of the pen. */
const longestTermDays = 365;

/**
 * Says who answers a thread and by when. Whoever answered until now is relieved of it, if the form knew of them: of two
 * who assign at once one wins, and the other is told whom the thread was given to.
 */
export async function assignThread(actor: Actor, input: AssignThread): Promise<AssignedPlace> {
  const term = (await findRuleSet(answerRules, portalScope, actor.at))?.content ?? usualTerm;
  return inTransaction(async (tx) => {
    const thread = await findLocked(tx, actor, input.threadId);
    authorise(canAssign(actor, thread));
    const place = { slug: thread.slug, threadId: thread.id };
    const dueAt = dueAtEndOf(input.dueOn ?? usualDueDay(actor.at, term));
    const current = thread.assignments[0] ?? null;
    // The same form sent twice.
    if (current?.assigneeId === input.assigneeId && +current.dueAt === +dueAt) return place;
    assertShown(current, input.current);
    assertAnswerable(thread);
    assertDue(actor, input.dueOn);
    await assertAssignable(tx, actor, thread, input.assigneeId);
    if (current) await end(tx, actor, current.id, "REASSIGNED");
    const { id } = await tx.threadAssignment.create({
      data: {
        threadId: thread.id,
        assigneeId: input.assigneeId,
        assignedById: actor.personId,
        assignedAt: actor.at,
        dueAt,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: current ? "forum.threadReassigned" : "forum.threadAssigned",
      subject: { kind: "thread", id: thread.id },
      programmeId: thread.programmeId,
      data: {
        assignmentId: id,
        assignee: input.assigneeId,
        previous: current?.assigneeId ?? null,
        dueAt: dueAt.toISOString(),
      },
    });
    return place;
  });
}

/** Takes an assignment back: nobody in particular answers any more. */
export async function takeBackAssignment(actor: Actor, { id }: TakeBackAssignment): Promise<AssignedPlace> {
  return inTransaction(async (tx) => {
    const assignment = found(
      await tx.threadAssignment.findFirst({
        where: { id, thread: threadVisibleTo(actor) },
        select: { threadId: true, assigneeId: true },
      }),
      "assignment",
    );
    const thread = await findLocked(tx, actor, assignment.threadId);
    authorise(canAssign(actor, thread));
    assertShown(thread.assignments[0] ?? null, id);
    await end(tx, actor, id, "TAKEN_BACK");
    await recordEvent(tx, actor, {
      kind: "forum.assignmentTakenBack",
      subject: { kind: "thread", id: thread.id },
      programmeId: thread.programmeId,
      data: { assignmentId: id, assignee: assignment.assigneeId },
    });
    return { slug: thread.slug, threadId: thread.id };
  });
}

type LockedThread = Awaited<ReturnType<typeof findLocked>>;

// Held until the end, as replies and moderation hold it: they come one after the other.
async function findLocked(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`select 1 from thread where id = ${id}::uuid for update`;
  const { category, ...thread } = found(
    await tx.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        authorId: true,
        lockedAt: true,
        hiddenAt: true,
        category: { select: { programmeId: true, programme: { select: { slug: true } } } },
        assignments: {
          where: { endedAt: null },
          select: {
            id: true,
            assigneeId: true,
            dueAt: true,
            assignee: { select: { givenName: true, familyName: true } },
          },
        },
      },
    }),
    "thread",
  );
  return { ...thread, programmeId: category.programmeId, slug: category.programme.slug };
}

/** The form showed the assignment that holds. */
function assertShown(current: LockedThread["assignments"][number] | null, shown: string | undefined): void {
  if (current?.id === shown) return;
  if (!current) throw new DomainError("forum.assignmentOver");
  const { givenName, familyName } = current.assignee;
  throw new DomainError("forum.assignedMeanwhile", { name: `${givenName} ${familyName}` });
}

function assertAnswerable({ state, lockedAt, hiddenAt }: LockedThread): void {
  if (state === "SOLVED") throw new DomainError("forum.solvedNeedsNobody");
  if (lockedAt || hiddenAt) throw new DomainError("forum.closedNeedsNobody");
}

function assertDue(actor: Actor, day: string | undefined): void {
  if (day === undefined) return;
  if (day < romeDay(actor.at)) throw new DomainError("forum.dueInPast", {}, "dueOn");
  const last = romeDay(new Date(actor.at.getTime() + longestTermDays * 86_400_000));
  if (day > last) throw new DomainError("forum.dueTooFar", { days: longestTermDays }, "dueOn");
}

async function assertAssignable(tx: Tx, actor: Actor, thread: LockedThread, personId: string): Promise<void> {
  if (personId === thread.authorId) throw new DomainError("forum.askerAnswersNot", {}, "assigneeId");
  const held = await tx.roleAssignment.findFirst({
    where: {
      personId,
      person: { disabledAt: null },
      programmeId: thread.programmeId,
      role: { in: [...answeringRoles] },
      fromAt: { lte: actor.at },
      OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
    },
    select: { id: true },
  });
  if (!held) throw new DomainError("forum.notAssignable", {}, "assigneeId");
}

async function end(tx: Tx, actor: Actor, id: string, endedAs: "REASSIGNED" | "TAKEN_BACK"): Promise<void> {
  await tx.threadAssignment.update({
    where: { id },
    data: { endedAt: actor.at, endedAs },
    select: { id: true },
  });
}
