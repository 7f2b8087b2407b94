import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);

export const removeDocumentSchema = z.object({ id, version });
export type RemoveDocument = z.output<typeof removeDocumentSchema>;

export const removeFolderSchema = z.object({ id, version });
export type RemoveFolder = z.output<typeof removeFolderSchema>;

export const restoreRemovalSchema = z.object({ id });
export type RestoreRemoval = z.output<typeof restoreRemovalSchema>;
