"use server";

import { discardDraft } from "@/lib/forum/drafts/mutations";
import { discardDraftSchema } from "@/lib/forum/drafts/schema";
import { action } from "@/lib/platform/action";

export const discardDraftAction = action(
  {
    name: "forum.discardDraft",
    audience: ["signed-in"],
    schema: discardDraftSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/forum", params: { slug } }),
  },
  discardDraft,
);
