"use server";

import {
  acceptAnswer,
  changeThread,
  hidePost,
  hideThread,
  lockThread,
  pinThread,
  restorePost,
  restoreThread,
  unacceptAnswer,
  unlockThread,
  unpinThread,
} from "@/lib/forum/moderation/mutations";
import { pageQuery, withQuery } from "@/lib/forum/paging";
import { acceptSchema, changeThreadSchema, hideSchema, markSchema, unacceptSchema } from "@/lib/forum/schema";
import { action } from "@/lib/platform/action";

type Place = { slug: string; threadId: string; number?: number };

const toThread = ({ slug, threadId, number }: Place) =>
  ({
    pathname: "/area/programmes/[slug]/forum/threads/[id]",
    params: { slug, id: threadId },
    ...withQuery(number === undefined ? {} : pageQuery(number)),
  }) as const;

const toPost = ({ slug, threadId, number = 1 }: Place) =>
  ({
    pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
    params: { slug, id: threadId, number: String(number) },
  }) as const;

const posters = ["coordinator", "expert", "referent", "staff"] as const;

export const acceptAnswerAction = action(
  { name: "forum.acceptAnswer", audience: posters, schema: acceptSchema, redirectTo: toThread },
  acceptAnswer,
);

export const unacceptAnswerAction = action(
  { name: "forum.unacceptAnswer", audience: posters, schema: unacceptSchema, redirectTo: toThread },
  unacceptAnswer,
);

export const changeThreadAction = action(
  { name: "forum.changeThread", audience: posters, schema: changeThreadSchema, redirectTo: toThread },
  changeThread,
);

export const lockThreadAction = action(
  { name: "forum.lockThread", audience: ["coordinator"], schema: markSchema, redirectTo: toThread },
  lockThread,
);

export const unlockThreadAction = action(
  { name: "forum.unlockThread", audience: ["coordinator"], schema: markSchema, redirectTo: toThread },
  unlockThread,
);

export const pinThreadAction = action(
  { name: "forum.pinThread", audience: ["coordinator"], schema: markSchema, redirectTo: toThread },
  pinThread,
);

export const unpinThreadAction = action(
  { name: "forum.unpinThread", audience: ["coordinator"], schema: markSchema, redirectTo: toThread },
  unpinThread,
);

export const hideThreadAction = action(
  { name: "forum.hideThread", audience: ["coordinator"], schema: hideSchema, redirectTo: toThread },
  hideThread,
);

export const restoreThreadAction = action(
  { name: "forum.restoreThread", audience: ["coordinator"], schema: markSchema, redirectTo: toThread },
  restoreThread,
);

export const hidePostAction = action(
  { name: "forum.hidePost", audience: ["coordinator"], schema: hideSchema, redirectTo: toPost },
  hidePost,
);

export const restorePostAction = action(
  { name: "forum.restorePost", audience: ["coordinator"], schema: markSchema, redirectTo: toPost },
  restorePost,
);
