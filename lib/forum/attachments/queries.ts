import "server-only";
import { postVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";

/** A file of a post that the actor may read, with what the answer's headers need. */
export async function getAttachment(actor: Actor, id: string) {
  return found(
    await db.postAttachment.findFirst({
      where: { id, post: postVisibleTo(actor), object: { scan: { in: ["NONE", "CLEAN"] } } },
      select: { objectSha256: true, filename: true, mimeType: true, size: true },
    }),
    "attachment",
  );
}

/** The post that an upload was added to; asked by the job that received it, in case it did so before. */
export async function findUploadedAttachment(
  actor: Actor,
  uploadId: string,
): Promise<{ slug: string; threadId: string; number: number } | null> {
  authorise(actor.kind === "system");
  const attachment = await db.postAttachment.findUnique({
    where: { uploadId },
    select: {
      post: {
        select: {
          number: true,
          threadId: true,
          thread: { select: { category: { select: { programme: { select: { slug: true } } } } } },
        },
      },
    },
  });
  if (!attachment) return null;
  const { number, threadId, thread } = attachment.post;
  return { slug: thread.category.programme.slug, threadId, number };
}
