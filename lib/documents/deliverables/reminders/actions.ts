"use server";

import { remindBodies } from "@/lib/documents/deliverables/reminders/mutations";
import { remindBodiesSchema } from "@/lib/documents/deliverables/reminders/schema";
import { action } from "@/lib/platform/action";

export const remindBodiesAction = action(
  {
    name: "documents.remindBodies",
    audience: ["coordinator"],
    schema: remindBodiesSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/deliverables", params: { slug } }),
  },
  remindBodies,
);
