import { z } from "zod";
import { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,200}$/)
  .optional()
  .catch(undefined);

/** What a calendar's address asks for; a value that means nothing is as if it were not there. */
export const calendarQuerySchema = z.object({
  month: z.string().optional().catch(undefined),
  /** a day of the week that the view of a week shows */
  week: z.string().optional().catch(undefined),
  view: z.enum(["month", "week", "list"]).catch("month"),
  programme: slug,
  /** sessions to which this body is convened, or that it hosts */
  body: slug,
  kind: z.enum(SessionKind).optional().catch(undefined),
  mode: z.enum(SessionMode).optional().catch(undefined),
  /** what concerns the reader alone; only a signed-in one has it */
  mine: z.enum(["on"]).optional().catch(undefined),
});

export type CalendarQuery = z.output<typeof calendarQuerySchema>;

/** The same with the month and the week that are shown, known whatever the address said. */
export type ShownCalendar = CalendarQuery & { month: string; week: string };
