"use server";

import { mergeThread, splitThread } from "@/lib/forum/moves/mutations";
import { mergeThreadSchema, splitThreadSchema } from "@/lib/forum/moves/schema";
import { action } from "@/lib/platform/action";

const toThread = ({ slug, threadId }: { slug: string; threadId: string }) =>
  ({ pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id: threadId } }) as const;

export const splitThreadAction = action(
  { name: "forum.splitThread", audience: ["coordinator"], schema: splitThreadSchema, redirectTo: toThread },
  splitThread,
);

export const mergeThreadAction = action(
  { name: "forum.mergeThread", audience: ["coordinator"], schema: mergeThreadSchema, redirectTo: toThread },
  mergeThread,
);
