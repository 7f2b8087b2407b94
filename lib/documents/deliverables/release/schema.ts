import { z } from "zod";

export const markReadySchema = z.object({
  id: z.uuid("invalid"),
  version: z.coerce.number().int().min(1),
  versionId: z.uuid("invalid"),
});
export type MarkReady = z.output<typeof markReadySchema>;
