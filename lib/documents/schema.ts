import { z } from "zod";

const title = z.string("required").trim().min(1, "required").max(200, "tooLong");
const note = z.string().trim().max(2000, "tooLong").default("");
const version = z.coerce.number().int().min(1);

/** Kinds that a person chooses; deliverables come through their request. */
export const chosenKinds = ["STUDY_MATERIAL", "EXCHANGE_MATERIAL", "INFORMATION"] as const;

export const addDocumentSchema = z.object({
  programme: z.string("required"),
  /** the body or the table whose space it goes into; none = the common space */
  body: z.uuid("invalid").optional(),
  table: z.uuid("invalid").optional(),
  /** none = at the top */
  folder: z.uuid("invalid").optional(),
  kind: z.enum(chosenKinds, "chooseOne"),
  title,
  note,
});
export type AddDocument = z.output<typeof addDocumentSchema>;

export const addVersionSchema = z.object({
  document: z.uuid("invalid"),
  /** the number that this version will have, as the form was told: of two uploads one wins */
  number: z.coerce.number().int().min(2),
  note: z.string().trim().max(500, "tooLong").default(""),
});
export type AddVersion = z.output<typeof addVersionSchema>;

export const changeDocumentSchema = z.object({
  id: z.uuid("invalid"),
  version,
  kind: z.enum(chosenKinds, "chooseOne"),
  title,
  note,
  isPublic: z.literal("on").optional().transform(Boolean),
});
export type ChangeDocument = z.output<typeof changeDocumentSchema>;

export const restoreVersionSchema = z.object({
  versionId: z.uuid("invalid"),
  number: z.coerce.number().int().min(2),
});
export type RestoreVersion = z.output<typeof restoreVersionSchema>;

/** Where an upload goes: known from its address, before its bytes. */
export const uploadTargetSchema = z.object({
  programme: z.string().min(1).max(200),
  body: z.uuid().optional(),
  table: z.uuid().optional(),
});
export const versionTargetSchema = z.object({ document: z.uuid(), programme: z.string().min(1).max(200) });

const placeWords = z.object({
  folder: z.uuid().optional().catch(undefined),
  body: z
    .union([z.uuid(), z.literal("all")])
    .optional()
    .catch(undefined),
  table: z.uuid().optional().catch(undefined),
  kind: z.enum(chosenKinds).optional().catch(undefined),
});

/**
 * Where the page of documents stands, from the address: a folder, the top of a space, or all spaces in one list. A choice
 * among many spaces comes as one word: "body:<id>", "table:<id>", "all".
 */
export const documentPlaceSchema = z
  .looseObject({ space: z.string().optional().catch(undefined) })
  .transform(({ space, ...words }) => {
    const [, name, id] = /^(body|table):(.+)$/.exec(space ?? "") ?? [];
    if (name) return { ...words, [name]: id };
    return space === "all" ? { ...words, body: "all" } : words;
  })
  .pipe(placeWords);
export type DocumentPlace = z.output<typeof documentPlaceSchema>;

/** Filters of the list, from the address; what cannot be read is no filter. */
export const documentFiltersSchema = z.object({
  kind: z.enum(chosenKinds).optional().catch(undefined),
  body: z.uuid().optional().catch(undefined),
  table: z.uuid().optional().catch(undefined),
});
