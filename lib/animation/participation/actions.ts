"use server";

import { remindSilent } from "@/lib/animation/participation/mutations";
import { remindSilentSchema } from "@/lib/animation/participation/schema";
import { action } from "@/lib/platform/action";

export const remindSilentAction = action(
  {
    name: "animation.remindSilent",
    audience: ["coordinator", "expert"],
    schema: remindSilentSchema,
    redirectTo: ({ slug }) => ({
      pathname: "/area/programmes/[slug]/animation/participation",
      params: { slug },
    }),
    staysInPlace: true,
  },
  remindSilent,
);
