import "server-only";
import { listOwnBodies } from "@/lib/documents/queries";
import { endAssignment } from "@/lib/forum/assignments/commands";
import { keepTrack } from "@/lib/forum/commands";
import { dropDraft } from "@/lib/forum/drafts/commands";
import { stateAfterPost } from "@/lib/forum/lifecycle";
import { keepMentions } from "@/lib/forum/mentions/commands";
import { type Rendered, renderPost } from "@/lib/forum/mentions/queries";
import { tellMerged } from "@/lib/forum/moves/commands";
import { keepPace } from "@/lib/forum/pace/commands";
import {
  canEditPost,
  canPost,
  canPostInOwnName,
  categoryVisibleTo,
  postVisibleTo,
  threadVisibleTo,
} from "@/lib/forum/policy";
import { lockSubmission } from "@/lib/forum/posts/commands";
import type { EditPost, OpenThread, Reply } from "@/lib/forum/schema";
import { followOwn } from "@/lib/forum/watching/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";
import { assertUnchanged } from "@/lib/platform/stale";

/** Where a post stands, for the page that shows it. */
export type PostPlace = { slug: string; threadId: string; postId: string; number: number };

type Composed = Pick<Reply, "text" | "lang" | "submissionKey">;

/** Opens a thread with its first post. The same form sent twice opens one. */
export async function openThread(actor: Actor, input: OpenThread): Promise<PostPlace> {
  const category = found(
    await db.category.findFirst({
      where: { AND: [{ id: input.categoryId }, categoryVisibleTo(actor)] },
      select: { id: true, programmeId: true, programme: { select: { slug: true } } },
    }),
    "category",
  );
  authorise(canPost(actor, category));
  const onBehalfOfId = await chooseBody(actor, category.programmeId, input.body);
  await consume("post", actor.personId ?? "");
  const rendered = await renderPost(actor, category.programmeId, input.text);
  return inTransaction(async (tx) => {
    const sent = await findSent(tx, actor, input.submissionKey);
    if (sent) return sent;
    const { id: threadId } = await tx.thread.create({
      data: {
        categoryId: category.id,
        title: input.title,
        authorId: actor.personId,
        createdAt: actor.at,
        lastPostAt: actor.at,
        lastPostNumber: 1,
        postCount: 1,
      },
      select: { id: true },
    });
    const place = { threadId, number: 1, onBehalfOfId };
    const { id: postId, mentions } = await writePost(tx, actor, { ...input, rendered }, place);
    await keepTrack(tx, actor, { id: threadId, programmeId: category.programmeId }, 1);
    await followOwn(tx, actor, threadId);
    await dropDraft(tx, actor, { categoryId: category.id });
    await recordEvent(tx, actor, {
      kind: "forum.threadOpened",
      subject: { kind: "thread", id: threadId },
      programmeId: category.programmeId,
      organisationId: onBehalfOfId,
      data: { postId, number: 1, mentions },
    });
    return { slug: category.programme.slug, threadId, postId, number: 1 };
  });
}

/**
 * Adds a post to a thread, with the next number. The same form sent twice is one post.
 * @param way by which it came: the log tells it
 */
export async function reply(actor: Actor, input: Reply, way: "page" | "mail" = "page"): Promise<PostPlace> {
  const seen = await findThread(db, actor, input.threadId);
  const { programmeId, programme } = seen.category;
  authorise(canPost(actor, { programmeId }));
  const onBehalfOfId = await chooseBody(actor, programmeId, input.body);
  await consume("post", actor.personId ?? "");
  const rendered = await renderPost(actor, programmeId, input.text);
  return inTransaction(async (tx) => {
    const sent = await findSent(tx, actor, input.submissionKey);
    if (sent) return sent;
    // Whoever posts at the same time waits here, so that numbers have neither gap nor double.
    await tx.$executeRaw`select 1 from thread where id = ${seen.id}::uuid for update`;
    const thread = await findThread(tx, actor, seen.id);
    assertOpen(thread);
    await keepPace(tx, actor, { ...thread, programmeId });
    const number = thread.lastPostNumber + 1;
    const place = { threadId: thread.id, number, onBehalfOfId };
    const { id: postId, mentions } = await writePost(tx, actor, { ...input, rendered }, place);
    await tx.thread.update({
      where: { id: thread.id },
      data: {
        lastPostAt: actor.at,
        lastPostNumber: number,
        postCount: { increment: 1 },
        state: stateAfterPost(thread, actor.personId),
      },
      select: { id: true },
    });
    await trackOwn(tx, actor, { id: thread.id, programmeId }, number);
    await followOwn(tx, actor, thread.id);
    await dropDraft(tx, actor, { threadId: thread.id });
    await endAssignment(tx, actor, { id: thread.id, programmeId }, "ANSWERED");
    await recordEvent(tx, actor, {
      kind: "forum.posted",
      subject: { kind: "thread", id: thread.id },
      programmeId,
      organisationId: onBehalfOfId,
      data: { postId, number, mentions, ...(way === "mail" ? { way } : {}) },
    });
    return { slug: programme.slug, threadId: thread.id, postId, number };
  });
}

/** Replaces the text of one's own post; the text before stays readable in its history. */
export async function editPost(actor: Actor, input: EditPost): Promise<PostPlace> {
  const seen = found(
    await db.post.findFirst({
      where: { AND: [{ id: input.id }, postVisibleTo(actor)] },
      select: { programmeId: true, authorId: true },
    }),
    "post",
  );
  authorise(canEditPost(actor, seen));
  const { html, version, called } = await renderPost(actor, seen.programmeId, input.text);
  return inTransaction(async (tx) => {
    const post = found(
      await tx.post.findFirst({
        where: { AND: [{ id: input.id }, postVisibleTo(actor)] },
        select: { id: true, number: true, authorId: true, markdown: true, html: true, threadId: true },
      }),
      "post",
    );
    const thread = await findThread(tx, actor, post.threadId);
    const { programmeId, programme } = thread.category;
    authorise(canEditPost(actor, { programmeId, authorId: post.authorId }));
    assertOpen(thread);
    const place = { slug: programme.slug, threadId: thread.id, postId: post.id, number: post.number };
    if (post.markdown === input.text) return place;
    const { count } = await tx.post.updateMany({
      where: { id: post.id, version: input.version },
      data: {
        markdown: input.text,
        html,
        rendererVersion: version,
        editedAt: actor.at,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "post", id: post.id });
    await tx.postRevision.create({
      data: {
        postId: post.id,
        number: input.version,
        markdown: post.markdown,
        html: post.html,
        editedById: actor.personId,
        replacedAt: actor.at,
      },
      select: { id: true },
    });
    const mentions = await keepMentions(tx, actor, post.id, called);
    await recordEvent(tx, actor, {
      kind: "forum.postEdited",
      subject: { kind: "post", id: post.id },
      programmeId,
      data: { threadId: thread.id, number: post.number, mentions },
    });
    return place;
  });
}

async function findThread(tx: Tx, actor: Actor, id: string) {
  const thread = await tx.thread.findFirst({
    where: { AND: [{ id }, threadVisibleTo(actor)] },
    select: {
      id: true,
      state: true,
      authorId: true,
      lockedAt: true,
      hiddenAt: true,
      lastPostNumber: true,
      slowMinutes: true,
      category: { select: { programmeId: true, programme: { select: { slug: true } } } },
    },
  });
  if (!thread) await tellMerged(tx, actor, id);
  return found(thread, "thread");
}

function assertOpen(thread: { lockedAt: Date | null; hiddenAt: Date | null }): void {
  if (thread.lockedAt) throw new DomainError("forum.threadLocked");
  if (thread.hiddenAt) throw new DomainError("forum.threadHidden");
}

/** The body for which the post is written: its only one, or the one that was chosen; none for who speaks for itself. */
async function chooseBody(actor: Actor, programmeId: string, chosen?: string): Promise<string | null> {
  const bodies = await listOwnBodies(actor, programmeId);
  if (chosen !== undefined) {
    authorise(bodies.some(({ id }) => id === chosen));
    return chosen;
  }
  if (bodies.length === 0 || canPostInOwnName(actor, { programmeId })) return null;
  const [only, another] = bodies;
  if (another) throw new DomainError("forum.chooseBody", {}, "body");
  return only?.id ?? null;
}

/** The post that this form has made already. */
async function findSent(tx: Tx, actor: Actor, submissionKey: string): Promise<PostPlace | null> {
  await lockSubmission(tx, actor, submissionKey);
  const post = await tx.post.findUnique({
    where: { submissionKey },
    select: {
      id: true,
      number: true,
      authorId: true,
      threadId: true,
      thread: { select: { category: { select: { programme: { select: { slug: true } } } } } },
    },
  });
  if (!post) return null;
  if (post.authorId !== actor.personId) throw new NotFoundError("post");
  const { slug } = post.thread.category.programme;
  return { slug, threadId: post.threadId, postId: post.id, number: post.number };
}

// One's own post is not new to oneself; what others wrote meanwhile still is.
async function trackOwn(tx: Tx, actor: Actor, thread: { id: string; programmeId: string }, number: number) {
  const read = await tx.threadRead.findFirst({
    where: { personId: actor.personId ?? "", threadId: thread.id },
    select: { lastReadNumber: true },
  });
  if (read?.lastReadNumber === number - 1) await keepTrack(tx, actor, thread, number);
}

async function writePost(
  tx: Tx,
  actor: Actor,
  { text, rendered, lang, submissionKey }: Composed & { rendered: Rendered },
  place: { threadId: string; number: number; onBehalfOfId: string | null },
): Promise<{ id: string; mentions: string[] }> {
  const { id } = await tx.post.create({
    data: {
      ...place,
      authorId: actor.personId,
      markdown: text,
      html: rendered.html,
      rendererVersion: rendered.version,
      lang,
      submissionKey,
      createdAt: actor.at,
    },
    select: { id: true },
  });
  return { id, mentions: await keepMentions(tx, actor, id, rendered.called) };
}
