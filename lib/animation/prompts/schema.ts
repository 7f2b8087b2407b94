import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);

/** When a text is of use, in the order of a programme. */
export const promptStages = ["START", "WORK", "MEETING", "DELIVERY", "CLOSING"] as const;

const fields = {
  stage: z.enum(promptStages, "chooseOne"),
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
  text: z.string("required").trim().min(1, "required").max(5_000, "tooLong"),
};

export const addPromptSchema = z.object({
  programme: z.string().min(1).max(200),
  lang: z.enum(["it", "en"]).default("it"),
  ...fields,
});
export type AddPrompt = z.output<typeof addPromptSchema>;

export const changePromptSchema = z.object({ id, version, ...fields });
export type ChangePrompt = z.output<typeof changePromptSchema>;

export const removePromptSchema = z.object({ id, version });
export type RemovePrompt = z.output<typeof removePromptSchema>;

export const usePromptSchema = z.object({
  id,
  programme: z.string().min(1).max(200),
  /** a discussion that opens now in a category, or a post that comes later */
  next: z.enum(["now", "later"], "chooseOne").default("later"),
  categoryId: id.optional(),
  /** a discussion in which the post that comes later is written */
  threadId: id.optional(),
});
export type UsePrompt = z.output<typeof usePromptSchema>;
