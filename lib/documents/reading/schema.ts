import { z } from "zod";

export const acknowledgeSchema = z.object({ id: z.uuid("invalid") });
export type Acknowledge = z.output<typeof acknowledgeSchema>;

/** Whose readings are written out. */
export const readersFiltersSchema = z.object({ document: z.uuid() });
