"use server";

import {
  addPrompt,
  beginWith,
  changePrompt,
  type PromptPlace,
  removePrompt,
} from "@/lib/animation/prompts/mutations";
import {
  addPromptSchema,
  changePromptSchema,
  removePromptSchema,
  usePromptSchema,
} from "@/lib/animation/prompts/schema";
import { action } from "@/lib/platform/action";

const toPrompts = ({ slug }: PromptPlace) =>
  ({ pathname: "/area/programmes/[slug]/animation/prompts", params: { slug } }) as const;

export const addPromptAction = action(
  {
    name: "animation.addPrompt",
    audience: ["coordinator", "expert"],
    schema: addPromptSchema,
    redirectTo: toPrompts,
  },
  addPrompt,
);

export const changePromptAction = action(
  {
    name: "animation.changePrompt",
    audience: ["coordinator", "expert"],
    schema: changePromptSchema,
    redirectTo: toPrompts,
  },
  changePrompt,
);

export const removePromptAction = action(
  {
    name: "animation.removePrompt",
    audience: ["coordinator", "expert"],
    schema: removePromptSchema,
    redirectTo: toPrompts,
  },
  removePrompt,
);

export const beginWithAction = action(
  {
    name: "animation.beginWith",
    audience: ["coordinator", "expert"],
    schema: usePromptSchema,
    redirectTo: ({ slug, promptId, categoryId, threadId }) =>
      categoryId
        ? {
            pathname: "/area/programmes/[slug]/forum/categories/[id]/new",
            params: { slug, id: categoryId },
            query: { spunto: promptId },
          }
        : {
            pathname: "/area/programmes/[slug]/animation/scheduled/new",
            params: { slug },
            query: { ...(threadId ? { discussione: threadId } : {}), spunto: promptId },
          },
  },
  beginWith,
);
