import { z } from "zod";

const number = z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000)).optional().catch(undefined);

/** The numbers of two versions, from an address; what cannot be read is left to the page. */
export const comparisonSchema = z.object({ from: number, to: number });

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
