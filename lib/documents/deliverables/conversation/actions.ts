"use server";

import { writeMessage } from "@/lib/documents/deliverables/conversation/mutations";
import { writeMessageSchema } from "@/lib/documents/deliverables/conversation/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;

export const writeMessageAction = action(
  {
    name: "documents.writeMessage",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: writeMessageSchema,
    redirectTo: toDeliverable,
  },
  writeMessage,
);
