import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
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
