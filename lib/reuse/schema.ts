import { z } from "zod";
import { requiredText, versionSchema } from "@/lib/programmes/schema";
import { languageCodes, licenceCodes, offeredLicences, subjectCodes } from "@/lib/reuse/vocabulary";

const authors = z
  .string("required")
  .transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(200, "tooLong")).min(1, "required").max(20, "reuse.tooManyAuthors"));

const subjects = z
  .union([z.enum(subjectCodes), z.array(z.enum(subjectCodes))], "reuse.chooseSubject")
  .transform((chosen) => [...new Set([chosen].flat())])
  .pipe(z.array(z.enum(subjectCodes)).min(1, "reuse.chooseSubject").max(4, "reuse.tooManySubjects"));

const facts = {
  title: requiredText(200),
  abstract: requiredText(2_000),
  lang: z.enum(languageCodes, "chooseOne"),
  subjects,
  authors,
  adaptationOf: z
    .uuid("chooseOne")
    .optional()
    .transform((id) => id ?? null),
};

/** Where the form of publication goes: known from its address, before the bytes of a cover. */
export const publishTargetSchema = z.object({ document: z.uuid(), programme: z.string().min(1).max(200) });

export const publishItemSchema = z.object({
  document: z.uuid("invalid"),
  /** the version that was shown when the form was opened */
  versionId: z.uuid("invalid"),
  licence: z.enum(offeredLicences, "chooseOne"),
  ...facts,
});
export type PublishItem = z.output<typeof publishItemSchema>;

export const changeTargetSchema = z.object({ id: z.uuid(), programme: z.string().min(1).max(200) });

export const changeItemSchema = z.object({
  id: z.uuid("invalid"),
  version: versionSchema,
  // An item may keep a licence that is no longer offered.
  licence: z.enum(licenceCodes, "chooseOne"),
  withoutCover: z.literal("on").optional().transform(Boolean),
  ...facts,
});
export type ChangeItem = z.output<typeof changeItemSchema>;

const stamp = { id: z.uuid("invalid"), version: versionSchema };

export const releaseVersionSchema = z.object({
  ...stamp,
  versionId: z.uuid("chooseOne"),
  note: z.string().trim().max(500, "tooLong").default(""),
});
export type ReleaseVersion = z.output<typeof releaseVersionSchema>;

/** Why an item leaves the library: a code for the log, words for whoever finds its page. */
export const withdrawalReasons = ["OUTDATED", "REPLACED", "RIGHTS", "MISTAKE"] as const;

export const withdrawItemSchema = z.object({
  ...stamp,
  reason: z.enum(withdrawalReasons, "chooseOne"),
  note: z.string().trim().max(500, "tooLong").default(""),
});
export type WithdrawItem = z.output<typeof withdrawItemSchema>;

export const restoreItemSchema = z.object(stamp);
export type RestoreItem = z.output<typeof restoreItemSchema>;

/** Filters of the public list, from its address; what cannot be read is no filter. */
export const itemFiltersSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  subject: z.enum(subjectCodes).optional().catch(undefined),
  licence: z.enum(licenceCodes).optional().catch(undefined),
  language: z.enum(languageCodes).optional().catch(undefined),
  programme: z.string().max(80).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type ItemFilters = z.output<typeof itemFiltersSchema>;

/** A picture of a page needs no more. */
export const mostCoverBytes = 5_000_000;
