"use server";

import { anchorOf, pageQuery } from "@/lib/forum/paging";
import { react } from "@/lib/forum/reactions/mutations";
import { reactSchema } from "@/lib/forum/reactions/schema";
import { action } from "@/lib/platform/action";

export const reactAction = action(
  {
    name: "forum.react",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: reactSchema,
    redirectTo: ({ slug, threadId, number }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]",
      params: { slug, id: threadId },
      query: pageQuery(number),
    }),
    anchor: ({ number }) => anchorOf(number),
    staysInPlace: true,
  },
  react,
);
