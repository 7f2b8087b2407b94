import { z } from "zod";
import { longestPost } from "@/lib/forum/schema";

const id = z.uuid("invalid");

/** A text under way: an answer in a thread, or a new thread of a category. An empty one is none. */
export const keepDraftSchema = z
  .object({
    threadId: id.optional(),
    categoryId: id.optional(),
    title: z.string().trim().max(200, "tooLong").default(""),
    text: z.string().max(longestPost, "forum.tooLong").default(""),
    /** of the form: what it has published is no draft any more */
    submissionKey: id,
  })
  .refine(({ threadId, categoryId }) => (threadId === undefined) !== (categoryId === undefined), "invalid");
export type KeepDraft = z.output<typeof keepDraftSchema>;

export const discardDraftSchema = z.object({ id });
export type DiscardDraft = z.output<typeof discardDraftSchema>;
