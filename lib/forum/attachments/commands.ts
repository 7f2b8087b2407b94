import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Says in the log of each post that its file is withheld, since the scanner found something in it. */
export async function recordWithheld(tx: Tx, actor: Actor, sha256: string): Promise<void> {
  authorise(actor.kind === "system");
  const attachments = await tx.postAttachment.findMany({
    where: { objectSha256: sha256 },
    select: { id: true, post: { select: { id: true, programmeId: true, authorId: true } } },
  });
  for (const { id, post } of attachments) {
    await recordEvent(tx, actor, {
      kind: "forum.fileWithheld",
      subject: { kind: "post", id: post.id },
      programmeId: post.programmeId,
      data: { attachmentId: id, author: post.authorId },
    });
  }
}

/** A file that is stored already, for a post that its author has just written. */
export type StoredAttachment = {
  objectSha256: string;
  filename: string;
  mimeType: string;
  size: bigint;
};

/** Hangs files on one's own post that were put in before it was written: the same as its others from then on. */
export async function hangFiles(
  tx: Tx,
  actor: Actor,
  { postId, files }: { postId: string; files: readonly StoredAttachment[] },
): Promise<void> {
  const post = await tx.post.findFirst({
    where: { id: postId, authorId: actor.personId },
    select: { id: true },
  });
  found(post, "post");
  await tx.postAttachment.createMany({
    data: files.map((file) => ({ ...file, postId, createdAt: actor.at })),
  });
}
