"use server";

import { addComment, resolveComment } from "@/lib/documents/deliverables/comments/mutations";
import { addCommentSchema, resolveCommentSchema } from "@/lib/documents/deliverables/comments/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;

export const addCommentAction = action(
  {
    name: "documents.addComment",
    audience: ["coordinator", "expert"],
    schema: addCommentSchema,
    redirectTo: toDeliverable,
  },
  addComment,
);

export const resolveCommentAction = action(
  {
    name: "documents.resolveComment",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: resolveCommentSchema,
    redirectTo: toDeliverable,
  },
  resolveComment,
);
