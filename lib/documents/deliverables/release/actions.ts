"use server";

import { markReady } from "@/lib/documents/deliverables/release/mutations";
import { markReadySchema } from "@/lib/documents/deliverables/release/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;

export const markReadyAction = action(
  {
    name: "documents.markReady",
    audience: ["referent", "staff"],
    schema: markReadySchema,
    redirectTo: toDeliverable,
  },
  markReady,
);
