"use server";

import { markAllRead } from "@/lib/forum/reading/mutations";
import { markAllReadSchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";

export const markAllReadAction = action(
  {
    name: "forum.markAllRead",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: markAllReadSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/forum", params: { slug } }),
  },
  markAllRead,
);
