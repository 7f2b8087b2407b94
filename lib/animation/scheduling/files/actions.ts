"use server";

import { removeScheduledFile } from "@/lib/animation/scheduling/files/mutations";
import { removeScheduledFileSchema } from "@/lib/animation/scheduling/files/schema";
import { action } from "@/lib/platform/action";

export const removeScheduledFileAction = action(
  {
    name: "animation.removeScheduledFile",
    audience: ["coordinator", "expert"],
    schema: removeScheduledFileSchema,
    redirectTo: ({ slug, id }) => ({
      pathname: "/area/programmes/[slug]/animation/scheduled/[id]",
      params: { slug, id },
    }),
  },
  removeScheduledFile,
);
