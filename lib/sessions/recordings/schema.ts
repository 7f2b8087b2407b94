import { z } from "zod";

const day = z.iso.date({ error: ({ input }) => (input === undefined ? "required" : "conference.dayFormat") });
const version = z.coerce.number().int().min(1);
const one = z.object({ id: z.uuid(), version });

/** A recording kept elsewhere, of a session whose provider tells of none. */
export const addRecordingSchema = z.object({
  session: z.uuid(),
  title: z.string().trim().min(1, "required").max(200, "tooLong"),
  url: z
    .string()
    .trim()
    .min(1, "required")
    .max(2000, "tooLong")
    .pipe(z.url({ protocol: /^https$/, error: "conference.recordingLink" })),
  retainUntil: day.optional(),
});
export type AddRecording = z.output<typeof addRecordingSchema>;

export const publishRecordingSchema = one.extend({ readers: z.enum(["members", "everybody"]) });
export type PublishRecording = z.output<typeof publishRecordingSchema>;

export const recordingSchema = one;
export type OneRecording = z.output<typeof one>;

export const retainRecordingSchema = one.extend({ retainUntil: day });
export type RetainRecording = z.output<typeof retainRecordingSchema>;
