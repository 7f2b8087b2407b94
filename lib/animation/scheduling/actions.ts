"use server";

import {
  type AnimationPlace,
  cancelScheduled,
  changeScheduled,
  publishScheduled,
  schedulePost,
} from "@/lib/animation/scheduling/mutations";
import {
  changeScheduledSchema,
  scheduledActSchema,
  schedulePostSchema,
} from "@/lib/animation/scheduling/schema";
import { pageQuery } from "@/lib/forum/paging";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const audience = ["coordinator", "expert"] as const;
const preview = { field: "text", render: (text: string) => renderMarkdown(text).html };
const toAnimation = ({ slug }: AnimationPlace) =>
  ({ pathname: "/area/programmes/[slug]/animation", params: { slug } }) as const;

export const schedulePostAction = action(
  { name: "animation.schedulePost", audience, schema: schedulePostSchema, preview, redirectTo: toAnimation },
  schedulePost,
);

export const changeScheduledAction = action(
  {
    name: "animation.changeScheduled",
    audience,
    schema: changeScheduledSchema,
    preview,
    redirectTo: toAnimation,
  },
  changeScheduled,
);

export const cancelScheduledAction = action(
  { name: "animation.cancelScheduled", audience, schema: scheduledActSchema, redirectTo: toAnimation },
  cancelScheduled,
);

export const publishScheduledAction = action(
  {
    name: "animation.publishScheduled",
    audience,
    schema: scheduledActSchema,
    redirectTo: ({ slug, threadId, number }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]",
      params: { slug, id: threadId },
      query: { ...pageQuery(number), scritto: String(number) },
    }),
  },
  publishScheduled,
);
