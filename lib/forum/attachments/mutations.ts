import "server-only";
import { registerUpload, type StoredFile } from "@/lib/documents/commands";
import { canEditPost, canModerate, postVisibleTo } from "@/lib/forum/policy";
import { mostAttachments, type RemoveAttachment } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

type PostPlace = { slug: string; threadId: string; number: number };

/** Whether a file may be added to a post, asked before its bytes are taken. */
export async function checkMayAttach(actor: Actor, postId: string): Promise<void> {
  await findAttachable(db, actor, postId);
}

/** Adds a file to one's own post. */
export async function attachFile(
  actor: Actor,
  input: { post: string },
  file: StoredFile,
): Promise<PostPlace> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from post where id = ${input.post}::uuid for update`;
    const post = await findAttachable(tx, actor, input.post);
    await registerUpload(tx, actor, file);
    const { id } = await tx.postAttachment.create({
      data: {
        postId: post.id,
        objectSha256: file.sha256,
        filename: file.filename,
        mimeType: file.mimeType,
        size: BigInt(file.size),
        createdAt: actor.at,
        uploadId: file.uploadId ?? null,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "forum.attachmentAdded",
      subject: { kind: "post", id: post.id },
      programmeId: post.programmeId,
      data: { attachmentId: id, threadId: post.threadId, number: post.number },
    });
    return { slug: post.slug, threadId: post.threadId, number: post.number };
  });
}

/** Takes a file off a post: by its author or a moderator. */
export async function removeAttachment(actor: Actor, { id }: RemoveAttachment): Promise<PostPlace> {
  return inTransaction(async (tx) => {
    const attachment = found(
      await tx.postAttachment.findFirst({
        where: { id, post: postVisibleTo(actor) },
        select: { postId: true },
      }),
      "attachment",
    );
    const post = await findPost(tx, actor, attachment.postId);
    authorise(canEditPost(actor, post) || canModerate(actor, post));
    await tx.postAttachment.delete({ where: { id }, select: { id: true } });
    await recordEvent(tx, actor, {
      kind: "forum.attachmentRemoved",
      subject: { kind: "post", id: post.id },
      programmeId: post.programmeId,
      data: { attachmentId: id, threadId: post.threadId, number: post.number },
    });
    return { slug: post.slug, threadId: post.threadId, number: post.number };
  });
}

async function findAttachable(tx: Tx, actor: Actor, id: string) {
  const post = await findPost(tx, actor, id);
  authorise(canEditPost(actor, post));
  if (post.isClosed) throw new DomainError("forum.threadLocked");
  if (post.attachments >= mostAttachments)
    throw new DomainError("forum.tooManyAttachments", { max: mostAttachments });
  return post;
}

async function findPost(tx: Tx, actor: Actor, id: string) {
  const post = found(
    await tx.post.findFirst({
      where: { AND: [{ id }, postVisibleTo(actor)] },
      select: {
        id: true,
        number: true,
        authorId: true,
        threadId: true,
        _count: { select: { attachments: true } },
        thread: {
          select: {
            lockedAt: true,
            hiddenAt: true,
            category: { select: { programmeId: true, programme: { select: { slug: true } } } },
          },
        },
      },
    }),
    "post",
  );
  const { category, lockedAt, hiddenAt } = post.thread;
  return {
    id: post.id,
    number: post.number,
    authorId: post.authorId,
    threadId: post.threadId,
    programmeId: category.programmeId,
    slug: category.programme.slug,
    isClosed: lockedAt !== null || hiddenAt !== null,
    attachments: post._count.attachments,
  };
}
