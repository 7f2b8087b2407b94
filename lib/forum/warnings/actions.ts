"use server";

import { acknowledgeWarning, warnAuthor } from "@/lib/forum/warnings/mutations";
import { acknowledgeSchema, warnAuthorSchema } from "@/lib/forum/warnings/schema";
import { action } from "@/lib/platform/action";

export const warnAuthorAction = action(
  {
    name: "forum.warnAuthor",
    audience: ["coordinator"],
    schema: warnAuthorSchema,
    redirectTo: ({ slug }) => ({ pathname: "/area/programmes/[slug]/moderation/warnings", params: { slug } }),
  },
  warnAuthor,
);

export const acknowledgeWarningAction = action(
  {
    name: "forum.acknowledgeWarning",
    // Whoever was warned: also when the role that let them write has ended.
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
    schema: acknowledgeSchema,
    redirectTo: ({ slug, threadId }) =>
      threadId
        ? { pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id: threadId } }
        : { pathname: "/area/programmes/[slug]/forum", params: { slug } },
    staysInPlace: true,
  },
  acknowledgeWarning,
);
