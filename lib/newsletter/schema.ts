import { z } from "zod";
import { romeInstant } from "@/lib/platform/rome-time";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);

/** Characters of an issue at most: some six printed pages. */
const longestIssue = 20_000;

/** "9:30" and "09.30" are what people type where the browser draws no clock. */
const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, "newsletter.timeFormat")
  .transform((value) => value.replace(".", ":").split(":").slice(0, 2).join(":").padStart(5, "0"));

const written = {
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
  text: z
    .string("newsletter.empty")
    .trim()
    .min(1, "newsletter.empty")
    .max(longestIssue, "newsletter.textTooLong"),
};

export const writeIssueSchema = z.object({
  programmeId: id,
  ...written,
  lang: z.enum(["it", "en"]).default("it"),
  /** made once per form shown: the same form sent twice is one issue */
  submissionKey: id,
});
export type WriteIssue = z.output<typeof writeIssueSchema>;

export const changeIssueSchema = z.object({ id, version, ...written });
export type ChangeIssue = z.output<typeof changeIssueSchema>;

/** The moment is on Rome's clock: both fields, or neither, which is at once. */
export const sendIssueSchema = z
  .object({ id, version, date: z.iso.date("newsletter.dateFormat").optional(), time: time.optional() })
  .superRefine(({ date, time: at }, context) => {
    const fault = (path: string) => context.addIssue({ code: "custom", path: [path], message: "required" });
    if (at && !date) fault("date");
    if (date && !at) fault("time");
  });
export type SendIssue = z.output<typeof sendIssueSchema>;

/** The moment that a form names; null for at once. */
export function momentOf({ date, time: at }: Pick<SendIssue, "date" | "time">): Date | null {
  return date && at ? romeInstant(date, at) : null;
}

export const takeBackIssueSchema = z.object({ id, version });
export type TakeBackIssue = z.output<typeof takeBackIssueSchema>;

export const removeIssueSchema = z.object({ id, version });
export type RemoveIssue = z.output<typeof removeIssueSchema>;
