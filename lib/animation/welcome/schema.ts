import { z } from "zod";

const programme = z.string().min(1).max(200);

/** Characters of a welcome at most: two printed pages. */
export const longestWelcome = 5_000;

export const writeWelcomeSchema = z.object({
  programme,
  /** 0: nobody has written one yet */
  version: z.coerce.number().int().min(0),
  /** empty: the portal's own */
  text: z.string().trim().max(longestWelcome, "tooLong").default(""),
  lang: z.enum(["it", "en"]).default("it"),
  /** none: the new are asked to introduce themselves nowhere */
  threadId: z.uuid("invalid").optional(),
});
export type WriteWelcome = z.output<typeof writeWelcomeSchema>;

export const dismissFirstStepsSchema = z.object({
  programme,
  /** the page that goes on without them */
  from: z.enum(["today", "programme"]).default("programme"),
});
export type DismissFirstSteps = z.output<typeof dismissFirstStepsSchema>;
