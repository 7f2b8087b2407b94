import { z } from "zod";
import { hideReasons } from "@/lib/forum/schema";
import type { FlagReason } from "@/lib/platform/db/generated/enums";

const id = z.uuid("invalid");

/** Why a post is flagged, or its author warned. */
export const flagReasons = [
  "OFF_TOPIC",
  "OFFENSIVE",
  "PERSONAL_DATA",
  "SPAM",
  "OTHER",
] as const satisfies readonly FlagReason[];

export const flagReason = z.enum(flagReasons, "chooseOne");

export const flagPostSchema = z
  .object({ id, reason: flagReason, text: z.string().trim().max(1_000, "tooLong").default("") })
  .refine(({ reason, text }) => reason !== "OTHER" || text !== "", {
    path: ["text"],
    message: "forum.sayOther",
  });
export type FlagPost = z.output<typeof flagPostSchema>;

export const upholdFlagsSchema = z.object({ id, reason: z.enum(hideReasons, "chooseOne") });
export type UpholdFlags = z.output<typeof upholdFlagsSchema>;

export const dismissFlagsSchema = z.object({ id });
export type DismissFlags = z.output<typeof dismissFlagsSchema>;

/** Which flags the queue shows, from its address: those that wait, or those decided on. */
export const flagFiltersSchema = z.object({ state: z.literal("decided").optional().catch(undefined) });
