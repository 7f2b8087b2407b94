import { z } from "zod";
import { attachFile, checkMayAttach } from "@/lib/forum/attachments/mutations";
import { findUploadedAttachment } from "@/lib/forum/attachments/queries";
import { attachmentTargetSchema } from "@/lib/forum/schema";
import { uploadTarget } from "@/lib/platform/uploads/target";

const pathname = "/area/programmes/[slug]/forum/threads/[id]/posts/[number]";
const toPost = ({ slug, threadId, number }: { slug: string; threadId: string; number: number }) =>
  ({ pathname, params: { slug, id: threadId, number: String(number) } }) as const;

/** A file for one's own post. */
export const newAttachment = uploadTarget({
  audience: ["coordinator", "expert", "referent", "staff"],
  /** The post, and the page from which the form came: a refusal leads back to it. */
  target: attachmentTargetSchema.extend({
    programme: z.string().min(1).max(200),
    thread: z.uuid(),
    number: z.string().regex(/^\d{1,9}$/),
  }),
  schema: attachmentTargetSchema,
  check: (actor, { post }) => checkMayAttach(actor, post),
  keep: async (actor, input, file) => toPost(await attachFile(actor, input, file)),
  kept: async (actor, uploadId) => {
    const post = await findUploadedAttachment(actor, uploadId);
    return post && toPost(post);
  },
  back: ({ programme, thread, number }) => ({
    pathname,
    params: { slug: programme, id: thread, number },
  }),
});
