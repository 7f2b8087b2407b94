import { z } from "zod";
import { bilingualSchema } from "@/lib/platform/i18n/bilingual";

const count = z.coerce.number("sessions.number").int("sessions.number");
const day = z.iso.date({
  error: ({ input }) => (input === undefined ? "required" : "sessions.dateFormat"),
});

const fields = z.object({
  first: day,
  /** how many sessions in all, the draft among them */
  count: count.min(2, "tooSmall").max(20, "tooBig"),
  every: count.min(1, "tooSmall").max(180, "tooBig"),
  unit: z.enum(["weeks", "days"]).default("weeks"),
});

/** What the page of a series is asked to show before anything is saved. */
export const seriesQuerySchema = fields;

export const makeSeriesSchema = fields.extend({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  busyAnyway: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});

const clock = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, "sessions.timeFormat")
  .transform((value) => value.replace(".", ":").split(":").slice(0, 2).join(":").padStart(5, "0"));

/** The start of a pilot, from which its template counts. */
export const templateQuerySchema = z.object({ start: day, time: clock.default("10:30") });
export const applyTemplateSchema = templateQuerySchema.extend({ programme: z.string().min(1).max(200) });

export type SeriesFields = z.output<typeof fields>;
export type MakeSeries = z.output<typeof makeSeriesSchema>;
export type TemplateStart = z.output<typeof templateQuerySchema>;
export type ApplyTemplate = z.output<typeof applyTemplateSchema>;

/** Days between two sessions of a series. */
export function stepDaysOf({ every, unit }: Pick<SeriesFields, "every" | "unit">): number {
  return unit === "weeks" ? every * 7 : every;
}

/** The sessions of a pilot, as a versioned rule: what, how many days after the start, how long, about what. */
export const pilotTemplate = {
  kind: "pilot-template",
  schema: z.object({
    sessions: z
      .array(
        z.object({
          kind: z.enum(["KICK_OFF", "ASSISTANCE", "CLOSING"]),
          /** "{n}" stands for the number of the session among those of its kind */
          title: bilingualSchema,
          description: bilingualSchema,
          afterDays: z.number().int().min(0).max(3650),
          minutes: z.number().int().min(15).max(720),
          announcedMinutes: z.number().int().min(1).optional(),
          announcedNote: bilingualSchema.optional(),
          agenda: z.array(z.object({ title: bilingualSchema, minutes: z.number().int().min(1) })),
        }),
      )
      .min(1),
  }),
};
export type PilotTemplate = z.output<typeof pilotTemplate.schema>;
