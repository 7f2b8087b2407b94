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

const audience = ["coordinator", "expert"] as const;
const toPrompts = ({ slug }: PromptPlace) =>
  ({ pathname: "/area/programmes/[slug]/animation/prompts", params: { slug } }) as const;

export const addPromptAction = action(
  { name: "animation.addPrompt", audience, schema: addPromptSchema, redirectTo: toPrompts },
  addPrompt,
);

export const changePromptAction = action(
  { name: "animation.changePrompt", audience, schema: changePromptSchema, redirectTo: toPrompts },
  changePrompt,
);

export const removePromptAction = action(
  { name: "animation.removePrompt", audience, schema: removePromptSchema, redirectTo: toPrompts },
  removePrompt,
);

export const beginWithAction = action(
  {
    name: "animation.beginWith",
    audience,
    schema: usePromptSchema,
    redirectTo: ({ slug, promptId, categoryId }) =>
      categoryId
        ? {
            pathname: "/area/programmes/[slug]/forum/categories/[id]/new",
            params: { slug, id: categoryId },
            query: { spunto: promptId },
          }
        : {
            pathname: "/area/programmes/[slug]/animation/scheduled/new",
            params: { slug },
            query: { spunto: promptId },
          },
  },
  beginWith,
);
