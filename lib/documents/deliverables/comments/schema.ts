import { z } from "zod";

const id = z.uuid("invalid");

export const addCommentSchema = z.object({
  id,
  versionId: id,
  /** none = the version as a whole */
  page: z.coerce
    .number({ error: "deliverables.pageExpected" })
    .int({ error: "deliverables.pageExpected" })
    .min(1, "deliverables.pageExpected")
    .max(10_000, "deliverables.pageExpected")
    .optional(),
  text: z.string("required").trim().min(1, "required").max(5_000, "tooLong"),
});
export type AddComment = z.output<typeof addCommentSchema>;

export const resolveCommentSchema = z.object({ id });
export type ResolveComment = z.output<typeof resolveCommentSchema>;
