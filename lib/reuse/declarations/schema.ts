import { z } from "zod";
import { emailSchema, secretSchema } from "@/lib/people/schema";
import { requiredText, versionSchema } from "@/lib/programmes/schema";

const line = (max: number) =>
  z
    .string("required")
    .trim()
    .min(2, "required")
    .max(max, "tooLong")
    // A mail greets by this name: no room for an address in somebody else's words.
    .refine((text) => !/https?:|www\.|[<>@\n]/i.test(text), "reuse.plainName");

/** By whoever uses an item: what everybody may read of it, and whom to write to. */
export const declareReuseSchema = z.object({
  item: z.uuid(),
  organisationName: line(200),
  contactName: line(120),
  email: emailSchema,
  purpose: requiredText(1_000),
  url: z
    .string()
    .trim()
    .max(500, "tooLong")
    .optional()
    .transform((text) => text || null)
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "reuse.pageAddress" }).nullable()),
  locale: z.enum(["it", "en"]).default("it"),
});
export type DeclareReuse = z.output<typeof declareReuseSchema>;

/** By the link that was mailed: to confirm, or to take back. */
export const answerDeclarationSchema = z.object({
  token: secretSchema,
  answer: z.enum(["confirm", "withdraw"]),
});
export type AnswerDeclaration = z.output<typeof answerDeclarationSchema>;

const stamp = { id: z.uuid(), version: versionSchema };

export const showDeclarationSchema = z.object(stamp);
export type ShowDeclaration = z.output<typeof showDeclarationSchema>;

export const refuseDeclarationSchema = z.object({ ...stamp, reason: requiredText(500) });
export type RefuseDeclaration = z.output<typeof refuseDeclarationSchema>;

export const reconsiderDeclarationSchema = z.object(stamp);
export type ReconsiderDeclaration = z.output<typeof reconsiderDeclarationSchema>;

/** States in which a declaration is in a coordinator's hands. */
export const decidedStates = ["WAITING", "SHOWN", "REFUSED", "WITHDRAWN"] as const;

/** Filters of the moderation, from the address; what cannot be read is no filter. */
export const declarationFiltersSchema = z.object({
  state: z.enum(decidedStates).optional().catch(undefined),
});
