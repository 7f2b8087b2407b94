import { z } from "zod";
import { longestPost } from "@/lib/forum/schema";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);

/** What the moment of a post depends on, in the order of the form. */
export const anchors = ["MOMENT", "PHASE_BEGIN", "PHASE_END", "SESSION_START", "SESSION_END"] as const;

const offset = (most: number) =>
  z.coerce.number("invalid").int("invalid").min(0, "invalid").max(most, "invalid");

const fields = {
  title: z.string().trim().max(200, "tooLong").default(""),
  text: z.string("forum.empty").trim().min(1, "forum.empty").max(longestPost, "forum.tooLong"),
  lang: z.enum(["it", "en"]).default("it"),
  anchor: z.enum(anchors, "chooseOne"),
  /** of a moment, a day; of a phase, only the time */
  date: z.iso.date("invalid").optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid")
    .optional(),
  phaseId: id.optional(),
  sessionId: id.optional(),
  side: z.enum(["before", "after"]).default("before"),
  days: offset(365).default(0),
  hours: offset(23).default(0),
};

type Fields = { anchor: (typeof anchors)[number]; date?: string; phaseId?: string; sessionId?: string };

/** The fields that the chosen anchor needs. */
function needed({ anchor, ...given }: Fields): { path: "date" | "phaseId" | "sessionId" } | null {
  if (anchor === "MOMENT") return given.date ? null : { path: "date" };
  if (anchor.startsWith("PHASE")) return given.phaseId ? null : { path: "phaseId" };
  return given.sessionId ? null : { path: "sessionId" };
}

function askFor(fieldsGiven: Fields, context: z.RefinementCtx): void {
  const missing = needed(fieldsGiven);
  if (missing)
    context.addIssue({
      code: "custom",
      path: [missing.path],
      message: missing.path === "date" ? "required" : "chooseOne",
    });
}

export const schedulePostSchema = z
  .object({
    programme: z.string().min(1).max(200),
    /** a new thread opens in it; a thread that there is goes before */
    categoryId: id.optional(),
    threadId: id.optional(),
    /** made once per form shown: the same form sent twice is one post */
    submissionKey: id,
    ...fields,
  })
  .superRefine((given, context) => {
    askFor(given, context);
    if (given.threadId) return;
    if (!given.categoryId) context.addIssue({ code: "custom", path: ["categoryId"], message: "chooseOne" });
    if (!given.title) context.addIssue({ code: "custom", path: ["title"], message: "required" });
  });
export type SchedulePost = z.output<typeof schedulePostSchema>;

export const changeScheduledSchema = z.object({ id, version, ...fields }).superRefine(askFor);
export type ChangeScheduled = z.output<typeof changeScheduledSchema>;

export const scheduledActSchema = z.object({ id, version });
export type ScheduledAct = z.output<typeof scheduledActSchema>;
