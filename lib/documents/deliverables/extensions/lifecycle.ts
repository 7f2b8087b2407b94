import type { ExtensionRequestState } from "@/lib/platform/db/generated/enums";
import type { Transitions } from "@/lib/platform/moves";

export type ExtensionMove = "grant" | "refuse" | "withdraw";

/** docs/states.md, Extension request. */
export const extensionRequestTransitions = {
  OPEN: { grant: "GRANTED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  GRANTED: {},
  REFUSED: {},
  WITHDRAWN: {},
} as const satisfies Transitions<ExtensionRequestState, ExtensionMove>;
