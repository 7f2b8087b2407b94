"use server";

import { pageQuery } from "@/lib/forum/paging";
import { editPost, openThread, reply } from "@/lib/forum/posts/mutations";
import { editPostSchema, openThreadSchema, replySchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const preview = { field: "text", render: (text: string) => renderMarkdown(text).html };

const toThread = ({ slug, threadId, number }: { slug: string; threadId: string; number: number }) =>
  ({
    pathname: "/area/programmes/[slug]/forum/threads/[id]",
    params: { slug, id: threadId },
    query: { ...pageQuery(number), scritto: String(number) },
  }) as const;

const toPost = ({ slug, threadId, number }: { slug: string; threadId: string; number: number }) =>
  ({
    pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
    params: { slug, id: threadId, number: String(number) },
  }) as const;

export const openThreadAction = action(
  {
    name: "forum.openThread",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: openThreadSchema,
    preview,
    redirectTo: (place, input) => (input.next === "attach" ? toPost(place) : toThread(place)),
  },
  openThread,
);

export const replyAction = action(
  {
    name: "forum.reply",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: replySchema,
    preview,
    redirectTo: (place, input) => (input.next === "attach" ? toPost(place) : toThread(place)),
  },
  reply,
);

export const editPostAction = action(
  {
    name: "forum.editPost",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: editPostSchema,
    preview,
    redirectTo: (place) => toPost(place),
  },
  editPost,
);
