import { z } from "zod";
import { requestDeliverableSchema } from "@/lib/documents/deliverables/schema";

const version = z.coerce.number().int().min(1);
const line = z.string().trim().max(2000, "tooLong").optional();

/** The minutes of a session are named by the session. */
export const startMinutesSchema = z.object({ id: z.uuid() });
export const addPointSchema = z.object({
  id: z.uuid(),
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
});
export const minutesMoveSchema = z.object({ id: z.uuid(), version });

/** Rows by the identifier of what they change; new ones are called new0, new1, … */
const rows = <Row extends z.ZodType>(row: Row) =>
  z.record(z.union([z.uuid(), z.string().regex(/^new\d{1,2}$/)]), row).default({});

const decision = z.object({ text: line });
const task = z
  .object({
    text: line,
    owner: z.uuid("chooseOne").optional(),
    due: z.iso.date("minutes.dateFormat").optional(),
  })
  .superRefine((row, context) => {
    if (row.text === undefined) return;
    if (row.owner === undefined)
      context.addIssue({ code: "custom", path: ["owner"], message: "minutes.taskOwner" });
    if (row.due === undefined)
      context.addIssue({ code: "custom", path: ["due"], message: "minutes.taskDue" });
  });

export const writePointSchema = z.object({
  point: z.uuid(),
  version,
  /** only of a point beside the agenda; the others keep the agenda's */
  title: z.string().trim().max(200, "tooLong").default(""),
  text: z.string().trim().max(100_000, "tooLong").default(""),
  /** back to the whole, or on with this part */
  next: z.enum(["back", "stay"]).default("back"),
  decisions: rows(decision),
  tasks: rows(task),
});

export const giveVerdictSchema = z
  .object({
    id: z.uuid(),
    /** the proposal that was read: another one must not be approved unread */
    round: z.coerce.number().int().min(1),
    verdict: z.enum(["APPROVED", "OBJECTED"], "chooseOne"),
    text: z.string().trim().max(5000, "tooLong").default(""),
  })
  .refine((verdict) => verdict.verdict === "APPROVED" || verdict.text !== "", {
    path: ["text"],
    error: "minutes.sayWhy",
  });

export const taskSchema = z.object({
  task: z.uuid(),
  /** the page on which it was said */
  from: z.enum(["today", "minutes"]).default("minutes"),
});

export const requestFromDecisionSchema = requestDeliverableSchema.and(z.object({ decision: z.uuid() }));

export type StartMinutes = z.output<typeof startMinutesSchema>;
export type AddPoint = z.output<typeof addPointSchema>;
export type WritePoint = z.output<typeof writePointSchema>;
export type MoveMinutes = z.output<typeof minutesMoveSchema>;
export type GiveVerdict = z.output<typeof giveVerdictSchema>;
export type TaskInput = z.output<typeof taskSchema>;
export type RequestFromDecision = z.output<typeof requestFromDecisionSchema>;
