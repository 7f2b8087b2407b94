import { dueAt } from "@/lib/animation/scheduling/due";
import { hangFiles } from "@/lib/forum/attachments/commands";
import type { Rendered } from "@/lib/forum/mentions/queries";
import { addReply, startThread } from "@/lib/forum/posts/commands";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";

/** A post that waits, with what its publication needs. */
export type Waiting = {
  id: string;
  programmeId: string;
  categoryId: string | null;
  threadId: string | null;
  title: string;
  markdown: string;
  lang: string;
  version: number;
};

/**
 * Publishes a post in its author's name, by the rights that the author has now. Of several who do it at once one does:
 * the row leaves its state first, and the others find it gone.
 * @returns where it stands, or null where it waits no longer
 */
export async function publish(
  tx: Tx,
  actor: Actor,
  { post, author, rendered }: { post: Waiting; author: Actor; rendered: Rendered },
): Promise<{ slug: string; threadId: string; number: number } | null> {
  const { count } = await tx.scheduledPost.updateMany({
    where: { id: post.id, state: "WAITING", version: post.version },
    data: { state: "PUBLISHED", decidedAt: actor.at, version: { increment: 1 } },
  });
  if (count === 0) return null;
  const text = {
    programmeId: post.programmeId,
    rendered,
    text: post.markdown,
    lang: post.lang === "en" ? ("en" as const) : ("it" as const),
    submissionKey: post.id,
    keepsDraft: true,
  };
  const place = post.categoryId
    ? await startThread(tx, author, { ...text, categoryId: post.categoryId, title: post.title })
    : await addReply(tx, author, { ...text, threadId: post.threadId ?? "" });
  await tx.scheduledPost.update({
    where: { id: post.id },
    data: { postId: place.postId },
    select: { id: true },
  });
  const withheld = await giveFiles(tx, author, { id: post.id, postId: place.postId });
  await recordEvent(tx, actor, {
    kind: "animation.postPublished",
    subject: { kind: "scheduledPost", id: post.id },
    programmeId: post.programmeId,
    data: { threadId: place.threadId, postId: place.postId, ...(withheld > 0 ? { withheld } : {}) },
  });
  return place;
}

/**
 * Moves the files of a post onto what was published of it. One in which the scanner found something stays behind, and the
 * list says so; one at which it has not looked yet goes along, and is given to nobody until it has.
 * @returns how many stayed behind
 */
async function giveFiles(
  tx: Tx,
  author: Actor,
  { id, postId }: { id: string; postId: string },
): Promise<number> {
  const files = await tx.scheduledAttachment.findMany({
    where: { scheduledId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      objectSha256: true,
      filename: true,
      mimeType: true,
      size: true,
      object: { select: { scan: true } },
    },
  });
  const given = files.filter(({ object }) => object.scan !== "INFECTED");
  if (given.length > 0) {
    const stored = given.map(({ id: _id, object: _object, ...file }) => file);
    await hangFiles(tx, author, { postId, files: stored });
    await tx.scheduledAttachment.deleteMany({ where: { id: { in: given.map((file) => file.id) } } });
  }
  return files.length - given.length;
}

/** Says that a post did not come, and why; whoever coordinates is told. Only while it still waits. Its files go. */
export async function refuse(
  tx: Tx,
  actor: Actor,
  { post, refusal }: { post: Waiting; refusal: string },
): Promise<boolean> {
  const { count } = await tx.scheduledPost.updateMany({
    where: { id: post.id, state: "WAITING", version: post.version },
    data: { state: "REFUSED", refusal, decidedAt: actor.at, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await tx.scheduledAttachment.deleteMany({ where: { scheduledId: post.id } });
  await recordEvent(tx, actor, {
    kind: "animation.postRefused",
    subject: { kind: "scheduledPost", id: post.id },
    programmeId: post.programmeId,
    data: { refusal },
  });
  return true;
}

/** Posts of all programmes whose moment has come, a page of those that wait at a time. */
export async function listDue(
  tx: Tx,
  actor: Actor,
  window: { after?: string | undefined; size: number },
): Promise<{ due: (Waiting & { authorId: string })[]; next?: string }> {
  const rows = await tx.scheduledPost.findMany({
    where: { state: "WAITING", ...(window.after ? { id: { gt: window.after } } : {}) },
    orderBy: { id: "asc" },
    take: window.size,
    select: {
      id: true,
      programmeId: true,
      authorId: true,
      categoryId: true,
      threadId: true,
      title: true,
      markdown: true,
      lang: true,
      version: true,
      anchor: true,
      at: true,
      offsetDays: true,
      offsetHours: true,
      minuteOfDay: true,
      phase: { select: { begin: true, end: true } },
      session: { select: { startsAt: true, endsAt: true, state: true } },
    },
  });
  const due = rows.filter((row) => {
    const at = dueAt(row);
    return at !== null && at <= actor.at;
  });
  const last = rows.at(-1);
  return rows.length === window.size && last ? { due, next: last.id } : { due };
}
