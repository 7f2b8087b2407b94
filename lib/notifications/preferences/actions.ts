"use server";

import { choosePaces } from "@/lib/notifications/preferences/mutations";
import { choosePacesSchema } from "@/lib/notifications/preferences/schema";
import { action } from "@/lib/platform/action";

export const choosePacesAction = action(
  {
    name: "notifications.choosePaces",
    audience: ["signed-in"],
    schema: choosePacesSchema,
    redirectTo: () => ({ pathname: "/area/notifications/preferences", query: { done: "saved" } }),
  },
  choosePaces,
);
