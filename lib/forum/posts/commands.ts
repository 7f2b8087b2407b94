import { ownBodies } from "@/lib/documents/policy";
import { endAssignment } from "@/lib/forum/assignments/commands";
import { keepTrack } from "@/lib/forum/commands";
import { dropDraft } from "@/lib/forum/drafts/commands";
import { stateAfterPost } from "@/lib/forum/lifecycle";
import { keepMentions } from "@/lib/forum/mentions/commands";
import type { Rendered } from "@/lib/forum/mentions/queries";
import { tellMerged } from "@/lib/forum/moves/commands";
import { keepPace } from "@/lib/forum/pace/commands";
import { canPost, canPostInOwnName, categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { PostPlace } from "@/lib/forum/posts/place";
import { assertOpen } from "@/lib/forum/posts/refusals";
import type { OpenThread, Reply } from "@/lib/forum/schema";
import { followOwn } from "@/lib/forum/watching/commands";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Two sendings of one form come one after the other: the second waits for the first one's commit. */
export async function lockSubmission(tx: Tx, _actor: Actor, submissionKey: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${submissionKey}, 0))`;
}

type Composed<Fields> = Pick<Reply, "text" | "lang" | "submissionKey" | "body"> & {
  /** the text as `renderPost` made it for this programme: nothing slow happens in the transaction */
  programmeId: string;
  rendered: Rendered;
  /** it was written elsewhere than in the form whose draft one may have */
  keepsDraft?: boolean;
} & Fields;

/** Opens a thread of the programme with its first post; a submission key that was used before opens none. */
export async function startThread(
  tx: Tx,
  actor: Actor,
  input: Composed<Pick<OpenThread, "categoryId" | "title">>,
): Promise<PostPlace> {
  const { programmeId } = input;
  const category = found(
    await tx.category.findFirst({
      where: { AND: [{ id: input.categoryId, programmeId }, categoryVisibleTo(actor)] },
      select: { id: true, programmeId: true, programme: { select: { slug: true } } },
    }),
    "category",
  );
  authorise(canPost(actor, category));
  const onBehalfOfId = chooseBody(actor, programmeId, input.body);
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
  const { id: postId, mentions } = await writePost(tx, actor, input, place);
  await keepTrack(tx, actor, { id: threadId, programmeId }, 1);
  await followOwn(tx, actor, threadId);
  if (!input.keepsDraft) await dropDraft(tx, actor, { categoryId: category.id });
  await recordEvent(tx, actor, {
    kind: "forum.threadOpened",
    subject: { kind: "thread", id: threadId },
    programmeId,
    organisationId: onBehalfOfId,
    data: { postId, number: 1, mentions },
  });
  return { slug: category.programme.slug, threadId, postId, number: 1 };
}

/** Adds a post to a thread of the programme, with the next number; a submission key that was used before adds none. */
export async function addReply(
  tx: Tx,
  actor: Actor,
  input: Composed<Pick<Reply, "threadId"> & { way?: "page" | "mail" }>,
): Promise<PostPlace> {
  const { programmeId } = input;
  authorise(canPost(actor, { programmeId }));
  const onBehalfOfId = chooseBody(actor, programmeId, input.body);
  const sent = await findSent(tx, actor, input.submissionKey);
  if (sent) return sent;
  // Whoever posts at the same time waits here, so that numbers have neither gap nor double.
  await tx.$executeRaw`select 1 from thread where id = ${input.threadId}::uuid for update`;
  const thread = await findWritable(tx, actor, input.threadId);
  found(thread.category.programmeId === programmeId || null, "thread");
  assertOpen(thread);
  await keepPace(tx, actor, { ...thread, programmeId });
  const number = thread.lastPostNumber + 1;
  const place = { threadId: thread.id, number, onBehalfOfId };
  const { id: postId, mentions } = await writePost(tx, actor, input, place);
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
  if (!input.keepsDraft) await dropDraft(tx, actor, { threadId: thread.id });
  await endAssignment(tx, actor, { id: thread.id, programmeId }, "ANSWERED");
  await recordEvent(tx, actor, {
    kind: "forum.posted",
    subject: { kind: "thread", id: thread.id },
    programmeId,
    organisationId: onBehalfOfId,
    data: { postId, number, mentions, ...(input.way === "mail" ? { way: input.way } : {}) },
  });
  return { slug: thread.category.programme.slug, threadId: thread.id, postId, number };
}

/** A thread in which the actor may want to write; where it has ended in another, that is told. */
export async function findWritable(tx: Tx, actor: Actor, id: string) {
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

/** The body for which the post is written: its only one, or the one that was chosen; none for who speaks for itself. */
function chooseBody(actor: Actor, programmeId: string, chosen?: string): string | null {
  const bodies = ownBodies(actor).filter((body) => body.programmeId === programmeId);
  if (chosen !== undefined) {
    authorise(bodies.some(({ organisationId }) => organisationId === chosen));
    return chosen;
  }
  if (bodies.length === 0 || canPostInOwnName(actor, { programmeId })) return null;
  const [only, another] = new Set(bodies.map(({ organisationId }) => organisationId));
  if (another) throw new DomainError("forum.chooseBody", {}, "body");
  return only ?? null;
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
  { text, rendered, lang, submissionKey }: Composed<unknown>,
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
