"use server";

import { type DraftAt, keepDraft } from "@/lib/forum/drafts/mutations";
import { pageQuery } from "@/lib/forum/paging";
import { editPost, openThread, reply } from "@/lib/forum/posts/mutations";
import type { PostPlace } from "@/lib/forum/posts/place";
import { editPostSchema, openThreadSchema, replySchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";
import type { Actor } from "@/lib/platform/actor";
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

// The page with the text in its form, as it was kept.
const toDraft = ({ slug, place }: DraftAt) =>
  place.kind === "thread"
    ? ({
        pathname: "/area/programmes/[slug]/forum/threads/[id]",
        params: { slug, id: place.id },
        query: { ...pageQuery(place.lastPostNumber), bozza: "1" },
      } as const)
    : ({
        pathname: "/area/programmes/[slug]/forum/categories/[id]/new",
        params: { slug, id: place.id },
        query: { bozza: "1" },
      } as const);

type Written = { post: PostPlace } | { draft: DraftAt };

const afterWriting = (written: Written, input: { next?: string }) => {
  if ("draft" in written) return toDraft(written.draft);
  return input.next === "attach" ? toPost(written.post) : toThread(written.post);
};
const composerOf = (written: Written) => ("draft" in written ? "rispondi" : null);

/** One form publishes a text or keeps it for later, as its button says. */
function publishOrKeep<Input extends { next?: string; text: string; submissionKey: string }>(
  publish: (actor: Actor, input: Input) => Promise<PostPlace>,
) {
  return async (actor: Actor, input: Input): Promise<Written> =>
    input.next === "draft"
      ? { draft: await keepDraft(actor, { title: "", ...input }) }
      : { post: await publish(actor, input) };
}

export const openThreadAction = action(
  {
    name: "forum.openThread",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: openThreadSchema,
    preview,
    redirectTo: afterWriting,
    anchor: composerOf,
  },
  publishOrKeep(openThread),
);

export const replyAction = action(
  {
    name: "forum.reply",
    audience: ["coordinator", "expert", "referent", "staff"],
    schema: replySchema,
    preview,
    redirectTo: afterWriting,
    anchor: composerOf,
  },
  publishOrKeep(reply),
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
