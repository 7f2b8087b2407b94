import { z } from "zod";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);
const ticked = z.literal("on").optional().transform(Boolean);

/** Characters of a post at most: some fifteen printed pages. */
export const longestPost = 50_000;

/** Files of one post at most. */
export const mostAttachments = 10;

/** What a thread may be called. */
export const threadTitle = z.string("required").trim().min(1, "required").max(200, "tooLong");
const text = z.string("forum.empty").trim().min(1, "forum.empty").max(longestPost, "forum.tooLong");

const composed = {
  text,
  /** the body for which one writes, where one works for several */
  body: id.optional(),
  /** made once per form shown: the same form sent twice is one post */
  submissionKey: id,
  /** language of the page on which it was written */
  lang: z.enum(["it", "en"]).default("it"),
  /** what comes after: a file to be added; or, before it, a text that is only kept */
  next: z.enum(["attach", "draft"]).optional().catch(undefined),
};

export const openThreadSchema = z
  .object({
    categoryId: id,
    /** a text under way may have none yet */
    title: z.string().trim().max(200, "tooLong").default(""),
    ...composed,
  })
  .refine(({ title, next }) => title !== "" || next === "draft", { error: "required", path: ["title"] });
export type OpenThread = z.output<typeof openThreadSchema>;

export const replySchema = z.object({ threadId: id, ...composed });
export type Reply = z.output<typeof replySchema>;

export const editPostSchema = z.object({ id, version, text });
export type EditPost = z.output<typeof editPostSchema>;

export const acceptSchema = z.object({ postId: id });
export type Accept = z.output<typeof acceptSchema>;

export const unacceptSchema = z.object({ threadId: id });
export type Unaccept = z.output<typeof unacceptSchema>;

export const changeThreadSchema = z.object({ id, version, title: threadTitle, categoryId: id.optional() });
export type ChangeThread = z.output<typeof changeThreadSchema>;

export const markSchema = z.object({ id, version });
export type Mark = z.output<typeof markSchema>;

/** Why a text is hidden: codes, because the log that keeps them holds no text about persons. */
export const hideReasons = [
  "OFF_TOPIC",
  "PERSONAL_DATA",
  "OFFENSIVE",
  "DUPLICATE",
  "ADVERTISING",
  "OTHER",
] as const;

export const hideSchema = z.object({ id, version, reason: z.enum(hideReasons, "chooseOne") });
export type Hide = z.output<typeof hideSchema>;

export const markAllReadSchema = z.object({ programmeId: id });
export type MarkAllRead = z.output<typeof markAllReadSchema>;

const categoryFields = {
  title: z.string("required").trim().min(1, "required").max(100, "tooLong"),
  description: z.string().trim().max(500, "tooLong").default(""),
  isPublic: ticked,
};

export const addCategorySchema = z
  .object({
    programmeId: id,
    ...categoryFields,
    /** of the table that alone reads it; none = of all members. For good: what was written there was written for them */
    tableId: id.optional(),
  })
  .refine(({ isPublic, tableId }) => !(isPublic && tableId), {
    path: ["isPublic"],
    error: "forum.tableNotPublic",
  });
export type AddCategory = z.output<typeof addCategorySchema>;

export const changeCategorySchema = z.object({ id, version, ...categoryFields });
export type ChangeCategory = z.output<typeof changeCategorySchema>;

export const moveCategorySchema = z.object({ id, direction: z.enum(["up", "down"], "chooseOne") });
export type MoveCategory = z.output<typeof moveCategorySchema>;

/** Where a file goes: known from the address, before its bytes. */
export const attachmentTargetSchema = z.object({ post: id });
export const removeAttachmentSchema = z.object({ id });
export type RemoveAttachment = z.output<typeof removeAttachmentSchema>;

export const threadStates = ["OPEN", "ANSWERED", "SOLVED"] as const;

/** Whose threads a list holds: those in which one has written, that one has opened, that one is to answer. */
export const threadsWhose = ["taking-part", "mine", "assigned"] as const;
export type Whose = (typeof threadsWhose)[number];

/** Filters of a list of threads, from the address; what cannot be read is no filter. */
export const threadFiltersSchema = z.object({
  state: z.enum(threadStates).optional().catch(undefined),
  unread: z.literal("1").optional().catch(undefined),
  whose: z.enum(threadsWhose).optional().catch(undefined),
});
export type ThreadFilters = z.output<typeof threadFiltersSchema>;
