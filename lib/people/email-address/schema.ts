import { z } from "zod";
import { emailSchema, secretSchema } from "@/lib/people/schema";

export const requestEmailSchema = z.object({ email: emailSchema });
export const confirmEmailSchema = z.object({ token: secretSchema });
