import { z } from "zod";
import { threadTitle } from "@/lib/forum/schema";

const id = z.uuid("invalid");
const number = z.coerce.number("invalid").int("invalid").min(1, "tooSmall").max(999_999_999, "invalid");

/** Which posts of a thread become one of their own: those that were ticked, or all from a number on. */
export type Choice = { numbers: number[]; from?: undefined } | { from: number; numbers?: undefined };

/** Numbers as a form hands them on: `3,5,8`. */
const numbers = z
  .string()
  .regex(/^\d{1,9}(?:,\d{1,9}){0,99}$/, "invalid")
  .transform((text) => text.split(",").map(Number));

export const splitThreadSchema = z
  .object({ id, title: threadTitle, categoryId: id, numbers: numbers.optional(), from: number.optional() })
  .transform(({ numbers, from, ...rest }, context) => {
    const choice = choiceOf(numbers, from);
    if (choice) return { ...rest, choice };
    context.addIssue({ code: "custom", path: ["from"], message: "forum.choosePosts" });
    return z.NEVER;
  });
export type SplitThread = z.output<typeof splitThreadSchema>;

export const mergeThreadSchema = z.object({ id, version: z.coerce.number().int().min(1), into: id });
export type MergeThread = z.output<typeof mergeThreadSchema>;

/** What was chosen on the page that divides a thread, from its address; nothing, where nothing was. */
export function readChoice(query: Record<string, string | string[] | undefined>): Choice | null {
  const ticked = z
    .array(number)
    .max(100)
    .safeParse([query.posts ?? []].flat());
  const from = number.optional().safeParse(query.from === "" ? undefined : query.from);
  return choiceOf(ticked.data, from.data);
}

// Whoever ticks posts and names a number besides means the posts that were ticked.
function choiceOf(numbers: number[] | undefined, from: number | undefined): Choice | null {
  if (numbers && numbers.length > 0) return { numbers: [...new Set(numbers)].sort((a, b) => a - b) };
  return from === undefined ? null : { from };
}
