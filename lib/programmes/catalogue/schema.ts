import { z } from "zod";

/** Filters of the public list of programmes, from its address; what cannot be read is no filter. */
export const catalogueSchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  state: z.enum(["CALL_OPEN", "RUNNING", "CLOSED", "ARCHIVED"]).optional().catch(undefined),
  promoter: z.string().max(80).optional().catch(undefined),
  theme: z.string().max(300).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type Catalogue = z.output<typeof catalogueSchema>;
