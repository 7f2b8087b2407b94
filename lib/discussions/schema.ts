import { z } from "zod";
import { openThreadSchema } from "@/lib/forum/schema";
import { targetKinds } from "@/lib/links/schema";

const id = z.uuid("invalid");

/** A thing that a discussion may be about, as forms and addresses name it. */
const target = { kind: z.enum(targetKinds, "chooseOne"), target: id };

/** The page on which one was, to come back to it. */
const back = { from: z.enum(["thread", "target"], "invalid").default("thread") };

export const targetSchema = z.object({ kind: z.enum(targetKinds), id });

export const linkSchema = z.object({ threadId: id, ...target, ...back });
export type Link = z.output<typeof linkSchema>;

export const unlinkSchema = z.object({ id, ...back });
export type Unlink = z.output<typeof unlinkSchema>;

/** A new discussion about a thing; what a category asks for besides is as in the forum. */
export const discussSchema = z.object({
  ...openThreadSchema.shape,
  categoryId: z.uuid("chooseOne"),
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
  ...target,
});
export type Discuss = z.output<typeof discussSchema>;

/** What one looks for among things or discussions, from the address. */
export const soughtSchema = z.string().trim().max(100).catch("");
