import { z } from "zod";
import { dateFieldsSchema } from "@/lib/programmes/date-fields";
import { optionalText, requiredText, versionSchema } from "@/lib/programmes/schema";

const reference = z
  .uuid()
  .optional()
  .transform((id) => id ?? null);

const content = {
  title: requiredText(200),
  text: requiredText(10_000),
  sessionId: reference,
  deliverableId: reference,
  indicatorId: reference,
  quoteSource: optionalText(300),
  quoteDate: dateFieldsSchema,
};
const quoted = ({ quoteSource, quoteDate }: { quoteSource: string | null; quoteDate: unknown }) =>
  quoteDate === null || quoteSource !== null;
const quoteIssue = { path: ["quoteSource"], error: "programmes.quoteNeedsSource" };

export const addOutcomeSchema = z.object({ programmeId: z.uuid(), ...content }).refine(quoted, quoteIssue);
export type AddOutcome = z.output<typeof addOutcomeSchema>;

export const editOutcomeSchema = z
  .object({ id: z.uuid(), version: versionSchema, ...content })
  .refine(quoted, quoteIssue);
export type EditOutcome = z.output<typeof editOutcomeSchema>;

const shown = { id: z.uuid(), version: versionSchema };

export const publishOutcomeSchema = z.object(shown);
export type PublishOutcome = z.output<typeof publishOutcomeSchema>;

/** Why an outcome leaves the public pages: a code, because the log keeps no free text. */
export const unpublishReasons = ["wrong", "outdated", "mistake", "asked"] as const;

export const unpublishOutcomeSchema = z.object({ ...shown, reason: z.enum(unpublishReasons, "chooseOne") });
export type UnpublishOutcome = z.output<typeof unpublishOutcomeSchema>;

export const removeOutcomeSchema = z.object(shown);
export type RemoveOutcome = z.output<typeof removeOutcomeSchema>;

/** Filters of the public list of outcomes, from its address; what cannot be read is no filter. */
export const outcomeFiltersSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  programme: z.string().max(80).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
