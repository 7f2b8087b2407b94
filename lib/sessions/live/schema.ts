import { z } from "zod";

/** A point of the agenda, or what is said before the first. */
const item = z.union([z.uuid(), z.literal("opening")]);
/** Given by the form, so that sending it twice writes one row. */
const key = z.uuid();
const line = z.string("required").trim().min(1, "required").max(2000, "tooLong");

export const runPointSchema = z.object({ id: z.uuid(), item: z.uuid() });

export const keepNotesSchema = z.object({
  id: z.uuid(),
  item,
  /** of the notes that were shown: 1 also where nothing was written yet */
  version: z.coerce.number().int().min(1),
  text: z.string().trim().max(100_000, "tooLong").default(""),
  /** over what is there, or below it */
  how: z.enum(["over", "below"]).default("over"),
});
export const addDecisionSchema = z.object({ id: z.uuid(), item, key, text: line });
export const addTaskSchema = z.object({
  id: z.uuid(),
  item,
  key,
  text: line,
  owner: z.uuid("minutes.taskOwner"),
  due: z.iso.date({
    error: ({ input }) => (input === undefined ? "minutes.taskDue" : "minutes.dateFormat"),
  }),
});

export type RunPoint = z.output<typeof runPointSchema>;
export type KeepNotes = z.output<typeof keepNotesSchema>;
export type AddDecision = z.output<typeof addDecisionSchema>;
export type AddTask = z.output<typeof addTaskSchema>;
export type ItemName = z.output<typeof item>;
