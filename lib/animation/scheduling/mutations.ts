import "server-only";
import {
  canAnimate,
  canCancelScheduled,
  canChangeScheduled,
  scheduledVisibleTo,
} from "@/lib/animation/policy";
import { publish } from "@/lib/animation/scheduling/commands";
import { dueAt, type Timing, timingOf } from "@/lib/animation/scheduling/due";
import type { ChangeScheduled, ScheduledAct, SchedulePost } from "@/lib/animation/scheduling/schema";
import { renderPost } from "@/lib/forum/mentions/queries";
import { categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import { lockSubmission } from "@/lib/forum/posts/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { workedOnBy } from "@/lib/programmes/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

export type AnimationPlace = { slug: string };

/** Writes a post that comes later: in a thread, or as the first one of a new thread. The same form sent twice is one. */
export async function schedulePost(actor: Actor, input: SchedulePost): Promise<AnimationPlace> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, workedOnBy(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    const programmeId = programme.id;
    authorise(canAnimate(actor, { programmeId }));
    await lockSubmission(tx, actor, input.submissionKey);
    const sent = await tx.scheduledPost.findUnique({
      where: { id: input.submissionKey },
      select: { authorId: true },
    });
    if (sent) {
      found(sent.authorId === actor.personId || null, "scheduledPost");
      return { slug: programme.slug };
    }
    const where = await findPlace(tx, actor, programmeId, input);
    const when = await findMoment(tx, actor, programmeId, input);
    await tx.scheduledPost.create({
      data: {
        id: input.submissionKey,
        programmeId,
        authorId: actor.personId ?? "",
        ...where,
        markdown: input.text,
        lang: input.lang,
        ...when,
        createdAt: actor.at,
      },
      select: { id: true },
    });
    await record(tx, actor, { id: input.submissionKey, programmeId }, "animation.postScheduled");
    return { slug: programme.slug };
  });
}

/** Gives a post that waits another text or another moment; its author alone. */
export async function changeScheduled(actor: Actor, input: ChangeScheduled): Promise<AnimationPlace> {
  return inTransaction(async (tx) => {
    const post = await findScheduled(tx, actor, input.id);
    authorise(canChangeScheduled(actor, post));
    if (post.categoryId && !input.title) throw new DomainError("animation.titleNeeded", {}, "title");
    const when = await findMoment(tx, actor, post.programmeId, input);
    const { count } = await tx.scheduledPost.updateMany({
      where: { id: post.id, state: "WAITING", version: input.version },
      data: {
        title: post.categoryId ? input.title : "",
        markdown: input.text,
        ...when,
        version: { increment: 1 },
      },
    });
    await assertWaited(tx, count, post.id);
    await record(tx, actor, post, "animation.scheduledChanged");
    return { slug: post.slug };
  });
}

/** Decides that a post that waits does not come; its author, or the coordinator. Its files go with it. */
export async function cancelScheduled(actor: Actor, { id, version }: ScheduledAct): Promise<AnimationPlace> {
  return inTransaction(async (tx) => {
    const post = await findScheduled(tx, actor, id);
    authorise(canCancelScheduled(actor, post));
    const { count } = await tx.scheduledPost.updateMany({
      where: { id, state: "WAITING", version },
      data: { state: "CANCELLED", decidedAt: actor.at, version: { increment: 1 } },
    });
    await assertWaited(tx, count, id);
    await tx.scheduledAttachment.deleteMany({ where: { scheduledId: id } });
    await record(tx, actor, post, "animation.scheduledCancelled");
    return { slug: post.slug };
  });
}

/** Publishes a post that waits before its moment; its author alone. */
export async function publishScheduled(
  actor: Actor,
  { id, version }: ScheduledAct,
): Promise<{ slug: string; threadId: string; number: number }> {
  const seen = await findScheduled(db, actor, id);
  authorise(canChangeScheduled(actor, seen));
  const rendered = await renderPost(actor, seen.programmeId, seen.markdown);
  return inTransaction(async (tx) => {
    const place = await publish(tx, actor, { post: { ...seen, version }, author: actor, rendered });
    await assertWaited(tx, place ? 1 : 0, id);
    return found(place, "scheduledPost");
  });
}

async function findScheduled(tx: Tx, actor: Actor, id: string) {
  const { programme, ...post } = found(
    await tx.scheduledPost.findFirst({
      where: { AND: [{ id }, scheduledVisibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        authorId: true,
        categoryId: true,
        threadId: true,
        title: true,
        markdown: true,
        lang: true,
        programme: { select: { slug: true } },
      },
    }),
    "scheduledPost",
  );
  return { ...post, slug: programme.slug };
}

/** What came, or was cancelled, meanwhile is said as such; else somebody changed it. */
async function assertWaited(tx: Tx, count: number, id: string): Promise<void> {
  if (count > 0) return;
  const row = await tx.scheduledPost.findUnique({ where: { id }, select: { state: true } });
  if (row?.state !== "WAITING") throw new DomainError("animation.waitsNoLonger");
  await assertUnchanged(tx, count, { kind: "scheduledPost", id });
}

async function findPlace(tx: Tx, actor: Actor, programmeId: string, input: SchedulePost) {
  if (input.threadId) {
    const { id } = found(
      await tx.thread.findFirst({
        where: { AND: [{ id: input.threadId, category: { programmeId } }, threadVisibleTo(actor)] },
        select: { id: true },
      }),
      "thread",
    );
    return { threadId: id, title: "" };
  }
  const { id } = found(
    await tx.category.findFirst({
      where: { AND: [{ id: input.categoryId ?? "", programmeId }, categoryVisibleTo(actor)] },
      select: { id: true },
    }),
    "category",
  );
  return { categoryId: id, title: input.title };
}

/** When the form asks for it, checked against the phase or session: a moment that has passed is a slip. */
async function findMoment(tx: Tx, actor: Actor, programmeId: string, input: SchedulePost | ChangeScheduled) {
  const timing: Timing = timingOf(input);
  const ofPhase = timing.minuteOfDay !== null;
  const ofSession = !ofPhase && timing.anchor !== "MOMENT";
  const phase = ofPhase
    ? found(
        await tx.phase.findFirst({
          where: { id: input.phaseId ?? "", programmeId },
          select: { id: true, begin: true, end: true },
        }),
        "phase",
      )
    : null;
  const session = ofSession
    ? found(
        await tx.session.findFirst({
          where: { AND: [{ id: input.sessionId ?? "", programmeId }, sessionVisibleTo(actor)] },
          select: { id: true, startsAt: true, endsAt: true, state: true },
        }),
        "session",
      )
    : null;
  const at = dueAt({ ...timing, phase, session });
  if (!at) throw new DomainError("animation.noMoment", {}, ofPhase ? "phaseId" : "sessionId");
  if (at <= actor.at)
    throw new DomainError("animation.inThePast", { at }, ofPhase || ofSession ? "days" : "date");
  return { ...timing, phaseId: phase?.id ?? null, sessionId: session?.id ?? null };
}

type Kind = "animation.postScheduled" | "animation.scheduledChanged" | "animation.scheduledCancelled";

async function record(
  tx: Tx,
  actor: Actor,
  post: { id: string; programmeId: string },
  kind: Kind,
): Promise<void> {
  await recordEvent(tx, actor, {
    kind,
    subject: { kind: "scheduledPost", id: post.id },
    programmeId: post.programmeId,
  });
}
