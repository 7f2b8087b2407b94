import type { AnnouncementState } from "@/lib/platform/db/generated/enums";

type AnnouncementMove = "publish" | "withdraw";

/** How an announcement goes on (docs/states.md). */
export const announcementTransitions = {
  SCHEDULED: { publish: "PUBLISHED", withdraw: "WITHDRAWN" },
  PUBLISHED: { withdraw: "WITHDRAWN" },
  WITHDRAWN: {},
} as const satisfies Record<AnnouncementState, Partial<Record<AnnouncementMove, AnnouncementState>>>;
