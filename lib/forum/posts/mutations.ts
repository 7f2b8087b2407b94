import "server-only";
import { keepMentions } from "@/lib/forum/mentions/commands";
import { renderPost } from "@/lib/forum/mentions/queries";
import { canEditPost, canPost, categoryVisibleTo, postVisibleTo } from "@/lib/forum/policy";
import { addReply, findWritable, startThread } from "@/lib/forum/posts/commands";
import type { PostPlace } from "@/lib/forum/posts/place";
import { assertOpen } from "@/lib/forum/posts/refusals";
import type { EditPost, OpenThread, Reply } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";
import { assertUnchanged } from "@/lib/platform/stale";

/** Opens a thread with its first post. The same form sent twice opens one. */
export async function openThread(actor: Actor, input: OpenThread): Promise<PostPlace> {
  const category = found(
    await db.category.findFirst({
      where: { AND: [{ id: input.categoryId }, categoryVisibleTo(actor)] },
      select: { programmeId: true },
    }),
    "category",
  );
  authorise(canPost(actor, category));
  await consume("post", actor.personId ?? "");
  const rendered = await renderPost(actor, category.programmeId, input.text);
  return inTransaction((tx) => startThread(tx, actor, { ...input, ...category, rendered }));
}

/**
 * Adds a post to a thread, with the next number. The same form sent twice is one post.
 * @param way by which it came: the log tells it
 */
export async function reply(actor: Actor, input: Reply, way: "page" | "mail" = "page"): Promise<PostPlace> {
  const { category } = await findWritable(db, actor, input.threadId);
  authorise(canPost(actor, category));
  await consume("post", actor.personId ?? "");
  const rendered = await renderPost(actor, category.programmeId, input.text);
  return inTransaction((tx) =>
    addReply(tx, actor, { ...input, programmeId: category.programmeId, rendered, way }),
  );
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
    const thread = await findWritable(tx, actor, post.threadId);
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
