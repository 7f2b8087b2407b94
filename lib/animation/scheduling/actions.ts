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
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

const preview = { field: "text", render: (text: string) => renderMarkdown(text).html };
const toAnimation = ({ slug }: AnimationPlace) =>
  ({ pathname: "/area/programmes/[slug]/animation", params: { slug } }) as const;

export const schedulePostAction = action(
  {
    name: "animation.schedulePost",
    audience: ["coordinator", "expert"],
    schema: schedulePostSchema,
    preview,
    redirectTo: toAnimation,
  },
  schedulePost,
);

export const changeScheduledAction = action(
  {
    name: "animation.changeScheduled",
    audience: ["coordinator", "expert"],
    schema: changeScheduledSchema,
    preview,
    redirectTo: toAnimation,
  },
  changeScheduled,
);

export const cancelScheduledAction = action(
  {
    name: "animation.cancelScheduled",
    audience: ["coordinator", "expert"],
    schema: scheduledActSchema,
    redirectTo: toAnimation,
  },
  cancelScheduled,
);

export const publishScheduledAction = action(
  {
    name: "animation.publishScheduled",
    audience: ["coordinator", "expert"],
    schema: scheduledActSchema,
    redirectTo: ({ slug, threadId, number }) => ({
      pathname: "/area/programmes/[slug]/forum/threads/[id]",
      params: { slug, id: threadId },
      query: { ...(number > 1 ? { dal: String(number) } : {}), scritto: String(number) },
    }),
  },
  publishScheduled,
);
