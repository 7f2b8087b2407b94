import { z } from "zod";
import { emailSchema, newPasswordSchema, presentPasswordSchema, secretSchema } from "@/lib/people/schema";

export const requestResetSchema = z.object({ email: emailSchema });

export const resetPasswordSchema = z.object({ token: secretSchema, password: newPasswordSchema });
export type ResetPassword = z.infer<typeof resetPasswordSchema>;

export const changePasswordSchema = z.object({
  presentPassword: presentPasswordSchema,
  password: newPasswordSchema,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;
