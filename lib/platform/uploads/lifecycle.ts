import type { UploadState } from "@/lib/platform/db/generated/enums";

type UploadMove = "arrive" | "receive" | "refuse";

/** How a file that comes in parts goes on (docs/states.md). */
export const uploadTransitions = {
  ARRIVING: { arrive: "ARRIVED" },
  ARRIVED: { receive: "RECEIVED", refuse: "REFUSED" },
  RECEIVED: {},
  REFUSED: {},
} as const satisfies Record<UploadState, Partial<Record<UploadMove, UploadState>>>;
