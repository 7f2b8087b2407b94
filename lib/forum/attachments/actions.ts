"use server";

import { removeAttachment } from "@/lib/forum/attachments/mutations";
import { removeAttachmentSchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";

export const removeAttachmentAction = action(
  {
    name: "forum.removeAttachment",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: removeAttachmentSchema,
    redirectTo: ({ slug, threadId, number }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
      params: { slug, id: threadId, number: String(number) },
    }),
  },
  removeAttachment,
);
