import { z } from "zod";

export const writeMessageSchema = z.object({
  id: z.uuid("invalid"),
  text: z.string("required").trim().min(1, "required").max(10_000, "tooLong"),
  lang: z.enum(["it", "en"]).default("it"),
});
export type WriteMessage = z.output<typeof writeMessageSchema>;
