import { z } from "zod";
import { romeInstant } from "@/lib/platform/rome-time";

const id = z.uuid("invalid");
const version = z.coerce.number().int().min(1);
const ticked = z.literal("on").optional().transform(Boolean);

/** Characters of an announcement at most: some six printed pages. */
export const longestAnnouncement = 20_000;

/** "9:30" and "09.30" are what people type where the browser draws no clock. */
const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, "announcements.timeFormat")
  .transform((value) => value.replace(".", ":").split(":").slice(0, 2).join(":").padStart(5, "0"));

const written = {
  title: z.string("required").trim().min(1, "required").max(200, "tooLong"),
  text: z
    .string("announcements.empty")
    .trim()
    .min(1, "announcements.empty")
    .max(longestAnnouncement, "announcements.tooLong"),
  mustAcknowledge: ticked,
  to: z.enum(["all", "some"], "chooseOne"),
  bodies: z.array(id).max(1_000).default([]),
  /** the moment of publication, on Rome's clock; both or neither, which is at once */
  date: z.iso.date("announcements.dateFormat").optional(),
  time: time.optional(),
};

type Written = { to: "all" | "some"; bodies: string[]; date?: string | undefined; time?: string | undefined };

function check({ to, bodies, date, time: at }: Written, context: z.RefinementCtx): void {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (to === "some" && bodies.length === 0) fault("bodies", "announcements.chooseBodies");
  if (at && !date) fault("date", "required");
  if (date && !at) fault("time", "required");
}

/** The moment that a form names; null for at once. */
export function momentOf({ date, time: at }: Pick<Written, "date" | "time">): Date | null {
  return date && at ? romeInstant(date, at) : null;
}

export const announceSchema = z
  .object({
    programmeId: id,
    ...written,
    byMail: ticked,
    lang: z.enum(["it", "en"]).default("it"),
    /** made once per form shown: the same form sent twice is one announcement */
    submissionKey: id,
  })
  .superRefine(check);
export type Announce = z.output<typeof announceSchema>;

export const changeAnnouncementSchema = z.object({ id, version, ...written }).superRefine(check);
export type ChangeAnnouncement = z.output<typeof changeAnnouncementSchema>;

export const withdrawAnnouncementSchema = z.object({ id, version });
export type WithdrawAnnouncement = z.output<typeof withdrawAnnouncementSchema>;

export const acknowledgeAnnouncementSchema = z.object({ id, version });
export type AcknowledgeAnnouncement = z.output<typeof acknowledgeAnnouncementSchema>;
