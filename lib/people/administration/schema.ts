import { z } from "zod";
import { roleSchema } from "@/lib/people/schema";

/** Filters of the list of people; what cannot be read counts as not set. */
export const peopleFiltersSchema = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  role: roleSchema.optional().catch(undefined),
  state: z.enum(["active", "disabled", "unreachable"]).optional().catch(undefined),
});
export type PeopleFilters = z.infer<typeof peopleFiltersSchema>;

/** Filters of the log. */
export const logFiltersSchema = z.object({
  kind: z
    .string()
    .regex(/^[a-z]+(\.[a-zA-Z]+)?$/)
    .max(80)
    .optional()
    .catch(undefined),
  programme: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});
export type LogFilters = z.infer<typeof logFiltersSchema>;
