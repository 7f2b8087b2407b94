"use server";

import { dismissFlags, flagPost, upholdFlags, warnForFlags } from "@/lib/forum/flags/mutations";
import { dismissFlagsSchema, flagPostSchema, upholdFlagsSchema } from "@/lib/forum/flags/schema";
import { warnForFlagsSchema } from "@/lib/forum/warnings/schema";
import { action } from "@/lib/platform/action";

const toQueue = ({ slug }: { slug: string }) =>
  ({ pathname: "/area/programmes/[slug]/moderation", params: { slug } }) as const;

export const flagPostAction = action(
  {
    name: "forum.flagPost",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: flagPostSchema,
    redirectTo: ({ slug, threadId, number }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
      params: { slug, id: threadId, number: String(number) },
    }),
    anchor: () => "segnala",
  },
  flagPost,
);

export const upholdFlagsAction = action(
  {
    name: "forum.upholdFlags",
    audience: ["coordinator"],
    schema: upholdFlagsSchema,
    redirectTo: toQueue,
  },
  upholdFlags,
);

export const dismissFlagsAction = action(
  {
    name: "forum.dismissFlags",
    audience: ["coordinator"],
    schema: dismissFlagsSchema,
    redirectTo: toQueue,
  },
  dismissFlags,
);

export const warnForFlagsAction = action(
  {
    name: "forum.warnForFlags",
    audience: ["coordinator"],
    schema: warnForFlagsSchema,
    redirectTo: toQueue,
  },
  warnForFlags,
);
