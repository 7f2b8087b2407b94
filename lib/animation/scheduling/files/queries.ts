import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

/** The post to which an upload was added; asked by the job that received it, in case it did so before. */
export async function findUploadedFile(
  actor: Actor,
  uploadId: string,
): Promise<{ slug: string; id: string } | null> {
  authorise(actor.kind === "system");
  const file = await db.scheduledAttachment.findUnique({
    where: { uploadId },
    select: { scheduled: { select: { id: true, programme: { select: { slug: true } } } } },
  });
  return file && { slug: file.scheduled.programme.slug, id: file.scheduled.id };
}
