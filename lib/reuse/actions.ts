"use server";

import { action } from "@/lib/platform/action";
import { restoreItem, withdrawItem } from "@/lib/reuse/mutations";
import { releaseVersion } from "@/lib/reuse/releases/mutations";
import { releaseVersionSchema, restoreItemSchema, withdrawItemSchema } from "@/lib/reuse/schema";

export const releaseVersionAction = action(
  {
    name: "reuse.release",
    audience: ["coordinator"],
    schema: releaseVersionSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/[id]", params }),
  },
  releaseVersion,
);

export const withdrawItemAction = action(
  {
    name: "reuse.withdraw",
    audience: ["coordinator"],
    schema: withdrawItemSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/[id]", params }),
  },
  withdrawItem,
);

export const restoreItemAction = action(
  {
    name: "reuse.restore",
    audience: ["coordinator"],
    schema: restoreItemSchema,
    redirectTo: (params) => ({ pathname: "/area/programmes/[slug]/reuse/[id]", params }),
  },
  restoreItem,
);
