import { z } from "zod";
import { flagReason } from "@/lib/forum/flags/schema";

const id = z.uuid("invalid");

const told = {
  reason: flagReason,
  text: z.string("required").trim().min(1, "required").max(1_000, "tooLong"),
};

export const warnAuthorSchema = z.object({ postId: id, ...told });
export type WarnAuthor = z.output<typeof warnAuthorSchema>;

export const warnForFlagsSchema = z.object({ id, ...told });
export type WarnForFlags = z.output<typeof warnForFlagsSchema>;

/** `threadId`: the page on which it was read */
export const acknowledgeSchema = z.object({ id, threadId: id.optional() });
export type Acknowledge = z.output<typeof acknowledgeSchema>;

/** Whose warnings a list shows, from its address. */
export const warningFiltersSchema = z.object({ person: z.uuid().optional().catch(undefined) });
