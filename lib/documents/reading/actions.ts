"use server";

import { acknowledge } from "@/lib/documents/reading/mutations";
import { acknowledgeSchema } from "@/lib/documents/reading/schema";
import { action } from "@/lib/platform/action";

const toDocument = ({ id, slug }: { id: string; slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } }) as const;

export const acknowledgeAction = action(
  {
    name: "documents.acknowledge",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: acknowledgeSchema,
    redirectTo: toDocument,
  },
  acknowledge,
);
