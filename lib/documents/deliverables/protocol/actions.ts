"use server";

import { setProtocol } from "@/lib/documents/deliverables/protocol/mutations";
import { setProtocolSchema } from "@/lib/documents/deliverables/protocol/schema";
import { action } from "@/lib/platform/action";

const toDeliverable = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id } }) as const;

export const setProtocolAction = action(
  {
    name: "documents.setProtocol",
    audience: ["coordinator", "referent", "staff"],
    schema: setProtocolSchema,
    redirectTo: toDeliverable,
  },
  setProtocol,
);
