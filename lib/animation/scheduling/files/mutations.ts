import "server-only";
import { canChangeScheduled, scheduledVisibleTo } from "@/lib/animation/policy";
import type { RemoveScheduledFile } from "@/lib/animation/scheduling/files/schema";
import { registerUpload, type StoredFile } from "@/lib/documents/commands";
import { mostAttachments } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

type ScheduledPlace = { slug: string; id: string };

/** Whether a file may be added to a post that waits, asked before its bytes are taken. */
export async function checkMayAddFile(actor: Actor, scheduledId: string): Promise<void> {
  await findWithRoom(db, actor, scheduledId);
}

/** Adds a file to one's own post that waits: it hangs on the post once that is published. */
export async function addScheduledFile(
  actor: Actor,
  input: { post: string },
  file: StoredFile,
): Promise<ScheduledPlace> {
  return inTransaction(async (tx) => {
    const post = await findWithRoom(tx, actor, await hold(tx, input.post));
    await registerUpload(tx, actor, file);
    const { id } = await tx.scheduledAttachment.create({
      data: {
        scheduledId: post.id,
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
      kind: "animation.fileAdded",
      subject: { kind: "scheduledPost", id: post.id },
      programmeId: post.programmeId,
      data: { attachmentId: id },
    });
    return { slug: post.slug, id: post.id };
  });
}

/** Takes a file off one's own post that waits. Its bytes go with the sweep. */
export async function removeScheduledFile(
  actor: Actor,
  { id }: RemoveScheduledFile,
): Promise<ScheduledPlace> {
  return inTransaction(async (tx) => {
    const { scheduledId } = found(
      await tx.scheduledAttachment.findFirst({
        where: { id, scheduled: scheduledVisibleTo(actor) },
        select: { scheduledId: true },
      }),
      "attachment",
    );
    const post = await findOwn(tx, actor, await hold(tx, scheduledId));
    const { count } = await tx.scheduledAttachment.deleteMany({ where: { id } });
    found(count || null, "attachment");
    await recordEvent(tx, actor, {
      kind: "animation.fileRemoved",
      subject: { kind: "scheduledPost", id: post.id },
      programmeId: post.programmeId,
      data: { attachmentId: id },
    });
    return { slug: post.slug, id: post.id };
  });
}

// Held, so that a post which is published at this moment comes before or after and never in between.
async function hold(tx: Tx, id: string): Promise<string> {
  await tx.$executeRaw`select 1 from scheduled_post where id = ${id}::uuid for update`;
  return id;
}

async function findWithRoom(tx: Tx, actor: Actor, id: string) {
  const post = await findOwn(tx, actor, id);
  if (post.files >= mostAttachments)
    throw new DomainError("forum.tooManyAttachments", { max: mostAttachments });
  return post;
}

async function findOwn(tx: Tx, actor: Actor, id: string) {
  const { programme, _count, ...post } = found(
    await tx.scheduledPost.findFirst({
      where: { AND: [{ id }, scheduledVisibleTo(actor)] },
      select: {
        id: true,
        authorId: true,
        programmeId: true,
        state: true,
        programme: { select: { slug: true } },
        _count: { select: { files: true } },
      },
    }),
    "scheduledPost",
  );
  authorise(canChangeScheduled(actor, post));
  if (post.state !== "WAITING") throw new DomainError("animation.waitsNoLonger");
  return { ...post, slug: programme.slug, files: _count.files };
}
