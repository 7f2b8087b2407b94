import { z } from "zod";
import { addScheduledFile, checkMayAddFile } from "@/lib/animation/scheduling/files/mutations";
import { findUploadedFile } from "@/lib/animation/scheduling/files/queries";
import { scheduledFileSchema } from "@/lib/animation/scheduling/files/schema";
import { uploadTarget } from "@/lib/platform/uploads/target";

const toPost = ({ slug, id }: { slug: string; id: string }) =>
  ({ pathname: "/area/programmes/[slug]/animation/scheduled/[id]", params: { slug, id } }) as const;

/** A file for one's own post that waits. */
export const newScheduledFile = uploadTarget({
  audience: ["coordinator", "expert"],
  /** The post, and the programme of the page from which the form came: a refusal leads back to it. */
  target: scheduledFileSchema.extend({ programme: z.string().min(1).max(200) }),
  schema: scheduledFileSchema,
  check: (actor, { post }) => checkMayAddFile(actor, post),
  keep: async (actor, input, file) => toPost(await addScheduledFile(actor, input, file)),
  kept: async (actor, uploadId) => {
    const post = await findUploadedFile(actor, uploadId);
    return post && toPost(post);
  },
  back: ({ programme, post }) => toPost({ slug: programme, id: post }),
});
