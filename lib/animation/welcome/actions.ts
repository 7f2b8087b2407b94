"use server";

import { dismissFirstSteps, writeWelcome } from "@/lib/animation/welcome/mutations";
import { dismissFirstStepsSchema, writeWelcomeSchema } from "@/lib/animation/welcome/schema";
import { action } from "@/lib/platform/action";
import { renderMarkdown } from "@/lib/platform/markdown";

export const writeWelcomeAction = action(
  {
    name: "animation.writeWelcome",
    audience: ["coordinator"],
    schema: writeWelcomeSchema,
    preview: { field: "text", render: (text: string) => renderMarkdown(text).html },
    redirectTo: ({ slug }) => ({
      pathname: "/area/programmes/[slug]/animation/participation",
      params: { slug },
    }),
  },
  writeWelcome,
);

export const dismissFirstStepsAction = action(
  {
    name: "animation.dismissFirstSteps",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: dismissFirstStepsSchema,
    redirectTo: ({ slug }, { from }) =>
      from === "today" ? "/area" : { pathname: "/area/programmes/[slug]", params: { slug } },
    staysInPlace: true,
  },
  dismissFirstSteps,
);
