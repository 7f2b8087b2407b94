"use server";

import { type AssignedPlace, assignThread, takeBackAssignment } from "@/lib/forum/assignments/mutations";
import { assignThreadSchema, takeBackAssignmentSchema } from "@/lib/forum/assignments/schema";
import { action } from "@/lib/platform/action";

const backTo = ({ slug, threadId }: AssignedPlace, { from, days }: { from?: "queue"; days?: string }) =>
  from === "queue"
    ? ({
        pathname: "/area/programmes/[slug]/forum/waiting",
        params: { slug },
        ...(days ? { query: { days } } : {}),
      } as const)
    : ({ pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id: threadId } } as const);

export const assignThreadAction = action(
  {
    name: "forum.assignThread",
    audience: ["coordinator"],
    schema: assignThreadSchema,
    redirectTo: backTo,
    staysInPlace: true,
  },
  assignThread,
);

export const takeBackAssignmentAction = action(
  {
    name: "forum.takeBackAssignment",
    audience: ["coordinator"],
    schema: takeBackAssignmentSchema,
    redirectTo: backTo,
    staysInPlace: true,
  },
  takeBackAssignment,
);
