import { z } from "zod";
import { attachFile, checkMayAttach } from "@/lib/forum/attachments/mutations";
import { attachmentTargetSchema } from "@/lib/forum/schema";
import { uploadRoute } from "@/lib/platform/uploads";

const pathname = "/area/programmes/[slug]/forum/threads/[id]/posts/[number]";

/** Receives a file for one's own post. */
export const POST = uploadRoute({
  name: "forum.attach",
  audience: ["coordinator", "expert", "referent", "staff"],
  /** The post, and the page from which the form came: a refusal leads back to it. */
  target: attachmentTargetSchema.extend({
    programme: z.string().min(1).max(200),
    thread: z.uuid(),
    number: z.string().regex(/^\d{1,9}$/),
  }),
  schema: attachmentTargetSchema,
  check: (actor, { post }) => checkMayAttach(actor, post),
  keep: async (actor, input, file) => {
    const { slug, threadId, number } = await attachFile(actor, input, file);
    return { pathname, params: { slug, id: threadId, number: String(number) } };
  },
  back: ({ programme, thread, number }) => ({
    pathname,
    params: { slug: programme, id: thread, number },
  }),
});
