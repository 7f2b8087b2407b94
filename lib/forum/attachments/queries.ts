import "server-only";
import { postVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** A file of a post that the actor may read, with what the answer's headers need. */
export async function getAttachment(actor: Actor, id: string) {
  return found(
    await db.postAttachment.findFirst({
      where: { id, post: postVisibleTo(actor) },
      select: { objectSha256: true, filename: true, mimeType: true, size: true },
    }),
    "attachment",
  );
}
