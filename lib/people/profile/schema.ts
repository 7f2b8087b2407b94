import { z } from "zod";
import { localeSchema, nameSchema } from "@/lib/people/schema";

export const changeProfileSchema = z.object({
  givenName: nameSchema,
  familyName: nameSchema,
  locale: localeSchema,
});
export type ChangeProfile = z.infer<typeof changeProfileSchema>;

export const renewFeedSchema = z.object({});
