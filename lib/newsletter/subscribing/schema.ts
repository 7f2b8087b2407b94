import { z } from "zod";
import { emailSchema, localeSchema, secretSchema } from "@/lib/people/schema";

/** By whoever wants the newsletter: of one programme, or of all without. */
export const askForNewsletterSchema = z.object({
  email: emailSchema,
  programme: z.uuid("chooseOne").optional(),
  locale: localeSchema.default("it"),
});
export type AskForNewsletter = z.output<typeof askForNewsletterSchema>;

/** By the link that was mailed. */
export const confirmSubscriptionSchema = z.object({ token: secretSchema });
export type ConfirmSubscription = z.output<typeof confirmSubscriptionSchema>;

/** By the link in every issue. */
export const endSubscriptionSchema = z.object({ token: secretSchema });
export type EndSubscription = z.output<typeof endSubscriptionSchema>;
