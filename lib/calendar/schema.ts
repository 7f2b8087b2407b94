import { z } from "zod";
import { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";

/** What a calendar's address asks for; a value that means nothing is as if it were not there. */
export const calendarQuerySchema = z.object({
  month: z.string().optional().catch(undefined),
  view: z.enum(["month", "list"]).catch("month"),
  programme: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/)
    .optional()
    .catch(undefined),
  kind: z.enum(SessionKind).optional().catch(undefined),
  mode: z.enum(SessionMode).optional().catch(undefined),
});

export type CalendarQuery = z.output<typeof calendarQuerySchema>;
