import { z } from "zod";

export const organisationKinds = [
  "CHAMBER",
  "CHAMBER_UNION",
  "INSTITUTE",
  "MUNICIPALITY",
  "PROVINCE",
  "METROPOLITAN_CITY",
  "REGION",
  "HEALTH",
  "EDUCATION",
  "COMPANY",
  "AGENCY",
  "CONSULTANCY",
  "NETWORK",
] as const;

/** Filters of the public list of organisations, from its address; what cannot be read is no filter. */
export const organisationFiltersSchema = z.object({
  kind: z.enum(organisationKinds).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
});

export const organisationSchema = z.object({
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  shortName: z.string().trim().min(1, "required").max(60, "tooLong"),
  kind: z.enum(organisationKinds, { error: "chooseOne" }),
  city: z.string().trim().max(100, "tooLong").optional(),
  province: z.string().trim().max(100, "tooLong").optional(),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "people.websiteInvalid" })
    .max(500, "tooLong")
    .optional(),
  description: z.string().trim().max(3000, "tooLong").optional(),
});
export type OrganisationFacts = z.infer<typeof organisationSchema>;

export const changeOrganisationSchema = organisationSchema.extend({
  id: z.uuid(),
  version: z.coerce.number().int(),
});
export type ChangeOrganisation = z.infer<typeof changeOrganisationSchema>;

export const addRepresentationSchema = z
  .object({
    id: z.uuid(),
    representedId: z.uuid({ error: "chooseOne" }),
    fromDate: z.iso.date().optional(),
    toDate: z.iso.date().optional(),
    source: z.string().trim().min(1, "required").max(300, "tooLong"),
  })
  .refine((input) => input.id !== input.representedId, {
    path: ["representedId"],
    error: "people.representsItself",
  })
  .refine((input) => !input.fromDate || !input.toDate || input.fromDate <= input.toDate, {
    path: ["toDate"],
    error: "endBeforeStart",
  });
export type AddRepresentation = z.infer<typeof addRepresentationSchema>;

export const removeRepresentationSchema = z.object({ id: z.uuid() });
