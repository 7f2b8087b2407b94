import { z } from "zod";

export const remindSilentSchema = z.object({
  programme: z.string().min(1).max(200),
  body: z.uuid("invalid"),
});
export type RemindSilent = z.output<typeof remindSilentSchema>;
