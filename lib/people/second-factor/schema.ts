import { z } from "zod";

const next = z.string().max(2000).optional();

/** A code of the app or a recovery code, as typed: spaces and hyphens are for the reader. */
export const codeSchema = z
  .string()
  .max(60, "people.codeWrong")
  .transform((text) => text.replace(/[\s\-–]/g, ""))
  .pipe(z.string().min(1, "required"));

export const beginSchema = z.object({ next });
export const confirmSchema = z.object({ code: codeSchema, next });
export const completeSchema = z.object({ code: codeSchema, next });
export const removeSchema = z.object({});
export const renewSchema = z.object({});

/** Why an administrator takes somebody's second factor away. */
export const resetReasons = ["LOST", "REPLACED", "NO_CODES", "ABUSE"] as const;

export const resetSecondFactorSchema = z.object({
  id: z.uuid(),
  reason: z.enum(resetReasons, { error: "chooseOne" }),
});
export type ResetSecondFactor = z.infer<typeof resetSecondFactorSchema>;
