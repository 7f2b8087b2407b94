import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);
const question = z.string("required").trim().min(1, "required").max(200, "tooLong");
const sectionTitle = z.string("required").trim().min(1, "required").max(100, "tooLong");

/** A heading that is there, or a new one; the new one goes before. */
const section = { sectionId: id.optional(), newSection: z.string().trim().max(100, "tooLong").default("") };

export const putIntoFaqSchema = z.object({
  threadId: id,
  question,
  lang: z.enum(["it", "en"]).default("it"),
  ...section,
});
export type PutIntoFaq = z.output<typeof putIntoFaqSchema>;

export const changeFaqEntrySchema = z.object({ id, version, question, ...section });
export type ChangeFaqEntry = z.output<typeof changeFaqEntrySchema>;

export const takeOutOfFaqSchema = z.object({ id, version });
export type TakeOutOfFaq = z.output<typeof takeOutOfFaqSchema>;

export const renameFaqSectionSchema = z.object({ id, version, title: sectionTitle });
export type RenameFaqSection = z.output<typeof renameFaqSectionSchema>;

export const moveFaqSectionSchema = z.object({ id, direction: z.enum(["up", "down"]) });
export type MoveFaqSection = z.output<typeof moveFaqSectionSchema>;

/** Where a reader who was helped comes back to. */
export const helpedSchema = z.object({
  face: z.enum(["area", "public"]).catch("public"),
  lang: z.enum(["it", "en"]).catch("it"),
});
