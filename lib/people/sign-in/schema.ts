import { z } from "zod";
import { presentPasswordSchema } from "@/lib/people/schema";

export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().min(1, "required").max(254, "tooLong"),
  password: presentPasswordSchema,
  next: z.string().max(2000).optional(),
});
export type SignInInput = z.infer<typeof signInSchema>;

export const signOutSchema = z.object({});

export const endSignInSchema = z.object({ id: z.uuid() });
export const endOtherSignInsSchema = z.object({});
