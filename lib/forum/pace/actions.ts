"use server";

import { setPace } from "@/lib/forum/pace/mutations";
import { setPaceSchema } from "@/lib/forum/pace/schema";
import { action } from "@/lib/platform/action";

export const setPaceAction = action(
  {
    name: "forum.setPace",
    audience: ["coordinator"],
    schema: setPaceSchema,
    redirectTo: ({ slug, threadId }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]",
      params: { slug, id: threadId },
    }),
  },
  setPace,
);
