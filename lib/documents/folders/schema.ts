import { z } from "zod";

/** How deep folders may lie in each other; the database holds it too. */
export const deepest = 8;

/** Folders of one space: as many as a list of places still shows whole. */
export const mostFolders = 500;

const name = z
  .string("required")
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
  .pipe(z.string().min(1, "required").max(100, "tooLong"));
const version = z.coerce.number().int().min(1);
const parent = z.uuid("invalid").optional();

export const addFolderSchema = z.object({
  programme: z.string("required"),
  /** the body or the table in whose space it is made; none = the common space */
  body: z.uuid("invalid").optional(),
  table: z.uuid("invalid").optional(),
  /** none = at the top */
  parent,
  name,
});
export type AddFolder = z.output<typeof addFolderSchema>;

export const renameFolderSchema = z.object({ id: z.uuid("invalid"), version, name });
export type RenameFolder = z.output<typeof renameFolderSchema>;

export const moveFolderSchema = z.object({ id: z.uuid("invalid"), version, parent });
export type MoveFolder = z.output<typeof moveFolderSchema>;
