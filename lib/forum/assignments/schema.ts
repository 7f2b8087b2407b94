import { z } from "zod";

const id = z.uuid("invalid");

/** The page on which one was, to come back to it; of the queue with the days that were asked for. */
const back = {
  from: z.enum(["queue"]).optional().catch(undefined),
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional()
    .catch(undefined),
};

export const assignThreadSchema = z.object({
  threadId: id,
  /** the assignment that the form showed; none when nobody was to answer */
  current: id.optional(),
  assigneeId: z.uuid("chooseOne"),
  /** empty: the usual term */
  dueOn: z.iso.date("forum.dueFormat").optional(),
  ...back,
});
export type AssignThread = z.output<typeof assignThreadSchema>;

export const takeBackAssignmentSchema = z.object({ id, ...back });
export type TakeBackAssignment = z.output<typeof takeBackAssignmentSchema>;

/** For how long a question has waited at least, from the address; what cannot be read is what the rule says. */
export const queueQuerySchema = z.object({
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});
