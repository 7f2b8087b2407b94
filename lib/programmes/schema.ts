import { z } from "zod";
import { dateFieldsSchema } from "@/lib/programmes/date-fields";

/** Text that must be there. */
export const requiredText = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, "tooLong");
/** Text that may be left out; null when it is. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "tooLong")
    .optional()
    .transform((text) => text || null);
/** What a stale form is known by. */
export const versionSchema = z.coerce.number().int().positive();
/** The programme that a form edits, as it was shown. */
export const editedProgramme = { programmeId: z.uuid(), version: versionSchema };

const texts = {
  title: requiredText(200),
  shortTitle: requiredText(80),
  summary: requiredText(500),
  description: requiredText(20_000),
  audience: optionalText(300),
  commitment: optionalText(300),
  costNote: optionalText(300),
  slogan: optionalText(200),
  begin: dateFieldsSchema,
  end: dateFieldsSchema,
};

export const editProgrammeSchema = z.object({ ...editedProgramme, ...texts });
export type EditProgramme = z.output<typeof editProgrammeSchema>;

/** An address: lower-case letters and figures in groups. */
export const slugSchema = z
  .string("required")
  .trim()
  .min(3, "tooShort")
  .max(60, "tooLong")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "programmes.slugForm");

/** Who coordinates first: somebody known by this address, else somebody to invite. */
const coordinator = {
  coordinatorEmail: z.email("invalid").trim().toLowerCase().max(200, "tooLong"),
  coordinatorGivenName: optionalText(80),
  coordinatorFamilyName: optionalText(80),
};

export const createProgrammeSchema = z.object({
  promoterId: z.uuid("chooseOne"),
  slug: slugSchema,
  title: texts.title,
  shortTitle: texts.shortTitle,
  summary: texts.summary,
  description: texts.description,
  ...coordinator,
});
export type CreateProgramme = z.output<typeof createProgrammeSchema>;

export const cloneProgrammeSchema = z.object({
  source: slugSchema,
  slug: slugSchema,
  title: texts.title,
  shortTitle: texts.shortTitle,
  start: z.iso.date("invalid"),
  ...coordinator,
});
export type CloneProgramme = z.output<typeof cloneProgrammeSchema>;

export const moveProgrammeSchema = z
  .object({
    ...editedProgramme,
    move: z.enum(["openCall", "start", "close", "archive", "reopen"]),
    reason: optionalText(500),
  })
  .refine(({ move, reason }) => move !== "reopen" || reason !== null, {
    path: ["reason"],
    error: "required",
  });
export type MoveProgramme = z.output<typeof moveProgrammeSchema>;
