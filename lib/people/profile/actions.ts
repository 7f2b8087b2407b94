"use server";

import { changeProfile, renewFeed } from "@/lib/people/profile/mutations";
import { changeProfileSchema, renewFeedSchema } from "@/lib/people/profile/schema";
import { action } from "@/lib/platform/action";

export const changeProfileAction = action(
  { name: "people.changeProfile", audience: ["signed-in"], schema: changeProfileSchema },
  changeProfile,
);

export const renewFeedAction = action(
  {
    name: "people.renewFeed",
    audience: ["signed-in"],
    schema: renewFeedSchema,
    redirectTo: () => ({ pathname: "/area/profile", query: { done: "feed" } }),
  },
  (actor) => renewFeed(actor),
);
