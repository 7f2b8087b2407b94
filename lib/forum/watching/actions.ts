"use server";

import { watchCategory, watchThread } from "@/lib/forum/watching/mutations";
import { watchCategorySchema, watchThreadSchema } from "@/lib/forum/watching/schema";
import { action } from "@/lib/platform/action";

const members = ["coordinator", "expert", "observer", "referent", "staff"] as const;

export const watchThreadAction = action(
  {
    name: "forum.watchThread",
    audience: members,
    schema: watchThreadSchema,
    redirectTo: ({ slug, threadId }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]",
      params: { slug, id: threadId },
    }),
    anchor: () => "watch",
    staysInPlace: true,
  },
  watchThread,
);

export const watchCategoryAction = action(
  {
    name: "forum.watchCategory",
    audience: members,
    schema: watchCategorySchema,
    redirectTo: ({ slug, categoryId }) => ({
      pathname: "/area/programmes/[slug]/forum/categories/[id]",
      params: { slug, id: categoryId },
    }),
    anchor: () => "watch",
    staysInPlace: true,
  },
  watchCategory,
);
