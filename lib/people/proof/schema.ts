import { z } from "zod";
import { presentPasswordSchema } from "@/lib/people/schema";
import { codeSchema } from "@/lib/people/second-factor/schema";

export const proveAgainSchema = z.object({
  password: presentPasswordSchema.optional(),
  code: codeSchema.optional(),
  next: z.string().max(2000).optional(),
});
export type ProveAgain = z.infer<typeof proveAgainSchema>;
