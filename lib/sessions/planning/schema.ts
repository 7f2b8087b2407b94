import { differenceInCalendarDays, parseISO } from "date-fns";
import { z } from "zod";

/** Longer periods have thousands of slots, and the first ten are found long before. */
const longestDays = 60;

const day = z.iso.date({
  error: ({ input }) => (input === undefined ? "required" : "sessions.dateFormat"),
});

/** For what a free slot is looked for. */
export const slotQuerySchema = z
  .object({
    from: day,
    to: day,
    minutes: z.coerce.number("sessions.number").int("sessions.number").min(15, "tooSmall").max(720, "tooBig"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "planning.endBeforeBegin" })
  .refine(({ from, to }) => differenceInCalendarDays(parseISO(to), parseISO(from)) <= longestDays, {
    path: ["to"],
    error: "planning.periodTooLong",
  });
export type SlotQuery = z.output<typeof slotQuerySchema>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A date and hours with which the form of a session begins, from the address of its page. */
export const prefillSchema = z.object({
  date: z.iso.date().optional().catch(undefined),
  start: clock.optional().catch(undefined),
  end: clock.optional().catch(undefined),
});
