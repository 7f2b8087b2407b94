import { z } from "zod";

export const remindBodiesSchema = z.object({
  programme: z.string("required").min(1).max(200),
  /** one body, of all that it owes; none = every body that owes something now */
  body: z.uuid("invalid").optional(),
});
export type RemindBodies = z.output<typeof remindBodiesSchema>;
