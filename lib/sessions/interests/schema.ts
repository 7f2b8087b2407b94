import { z } from "zod";
import { emailSchema, secretSchema } from "@/lib/people/schema";

const people = z.coerce
  .number("sessions.number")
  .int("sessions.number")
  .min(1, "tooSmall")
  .max(500, "tooBig");
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(2, "required")
    .max(max, "tooLong")
    // A mail greets by this name: no room for an address in somebody else's words.
    .refine((text) => !/https?:|www\.|[<>@\n]/i.test(text), "planning.plainName");

/** By whom works for a body of the portal. */
export const expressInterestSchema = z.object({ session: z.uuid(), body: z.uuid().optional(), people });
export const withdrawInterestSchema = z.object({ session: z.uuid(), body: z.uuid() });

/** By a body that is not in the portal: what is needed to reckon with it, and no more. */
export const askInterestSchema = z.object({
  session: z.uuid(),
  bodyName: line(200),
  contactName: line(120),
  email: emailSchema,
  people,
  locale: z.enum(["it", "en"]).default("it"),
});

/** By the link that was mailed: to confirm, or to take back. */
export const answerInterestSchema = z.object({
  token: secretSchema,
  answer: z.enum(["confirm", "withdraw"]),
});

export const interestFiltersSchema = z.object({ session: z.uuid() });

export type ExpressInterest = z.output<typeof expressInterestSchema>;
export type WithdrawInterest = z.output<typeof withdrawInterestSchema>;
export type AskInterest = z.output<typeof askInterestSchema>;
export type AnswerInterest = z.output<typeof answerInterestSchema>;
