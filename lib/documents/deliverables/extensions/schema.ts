import { z } from "zod";

const id = z.uuid("invalid");
const day = z.iso.date("documents.dayExpected");
const text = z.string().trim().max(1000, "tooLong");
const required = z.string("required").trim().min(1, "required").max(1000, "tooLong");

export const askExtensionSchema = z.object({ id, wantedDay: day, askReason: required });
export type AskExtension = z.output<typeof askExtensionSchema>;

export const decideExtensionSchema = z
  .object({
    /** of the request */
    id,
    extensionDecision: z.enum(["GRANTED", "REFUSED"], "chooseOne"),
    /** none = the day that was asked for */
    grantedDay: day.optional(),
    answer: text.default(""),
  })
  .refine((one) => one.extensionDecision === "GRANTED" || one.answer !== "", {
    path: ["answer"],
    error: "deliverables.sayWhyRefused",
  });
export type DecideExtension = z.output<typeof decideExtensionSchema>;

export const withdrawExtensionSchema = z.object({ id });
export type WithdrawExtension = z.output<typeof withdrawExtensionSchema>;
