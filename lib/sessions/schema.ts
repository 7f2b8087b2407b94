import { z } from "zod";
import { AbsenceKind, Audience, SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";
import { moveIntents } from "@/lib/sessions/agenda/rows";
import { conferenceFields } from "@/lib/sessions/conference/schema";
import { checkActual, checkAgenda, checkBodies, checkDay, checkTimes } from "@/lib/sessions/schedule-checks";

const optionalText = (max: number) => z.string().trim().max(max, "tooLong").optional();
const wholeNumber = (max: number) =>
  z.coerce.number("sessions.number").int("sessions.number").min(1, "tooSmall").max(max, "tooBig");
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** "9:30" and "09.30" are what people type where the browser draws no clock. */
const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, "sessions.timeFormat")
  .transform((value) => value.replace(".", ":").split(":").slice(0, 2).join(":").padStart(5, "0"));

const agendaRow = z
  .object({
    /** of a point that is there already, so that it stays the same point */
    id: z.uuid().optional(),
    title: optionalText(200),
    owner: optionalText(120),
    minutes: wholeNumber(1440).optional(),
  })
  .refine((row) => row.title !== undefined || (row.owner === undefined && row.minutes === undefined), {
    path: ["title"],
    error: "sessions.pointWithoutTitle",
  });

export type AgendaPoint = { id?: string; title: string; owner: string | null; minutes: number | null };

/** Rows by their number in the form; empty ones are left out. */
const agenda = z
  .record(z.string().regex(/^\d{1,2}$/), agendaRow)
  .default({})
  .transform((rows): AgendaPoint[] =>
    Object.entries(rows)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .flatMap(([, { id, title, owner, minutes }]) =>
        title === undefined ? [] : [{ id, title, owner: owner ?? null, minutes: minutes ?? null }],
      ),
  );

const sessionFields = z.object({
  intent: z.enum(["draft", "continue", "series"]).default("draft"),
  id: z.uuid(),
  kind: z.enum(SessionKind),
  ordinal: wholeNumber(99).optional(),
  title: z.string().trim().min(1, "required").max(200, "tooLong"),
  description: z.string().trim().max(5000, "tooLong").default(""),
  date: z.iso.date({ error: ({ input }) => (input === undefined ? "required" : "sessions.dateFormat") }),
  start: time,
  end: time,
  anyway: ticked,
  /** somebody to be convened has another session at that time, and it is to be so */
  busyAnyway: ticked,
  mode: z.enum(SessionMode),
  ...conferenceFields,
  place: optionalText(300),
  announcedMinutes: wholeNumber(14_400).optional(),
  announcedNote: optionalText(120),
  isFree: ticked,
  audience: z.enum(Audience),
  phase: z.uuid().optional(),
  host: z.uuid().optional(),
  convened: z.enum(["all", "some"]).default("all"),
  bodies: z.array(z.uuid()).max(1000).default([]),
  capacity: wholeNumber(10_000).optional(),
  agenda,
});

// All faults are told at once, also where a single field is missing: hence `when`.
const always = { when: () => true };
const withChecks = <T extends z.ZodType<z.output<typeof sessionFields>>>(schema: T) =>
  schema
    .superRefine(checkDay, always)
    .superRefine(checkTimes, always)
    .superRefine(checkAgenda, always)
    .superRefine(checkBodies, always);

/** The buttons that add a row to the agenda or move one send the form as it stands, complete or not. */
const addPoint = z
  .looseObject({ intent: z.enum(["addPoint", ...moveIntents]) })
  .transform(() => ({ intent: "addPoint" as const }));

export const scheduleSessionSchema = z.discriminatedUnion("intent", [
  withChecks(sessionFields.extend({ programme: z.string().min(1) })),
  addPoint,
]);
export type ScheduleSession = z.output<typeof scheduleSessionSchema>;

const version = z.coerce.number().int().min(1);

export const changeSessionSchema = z.discriminatedUnion("intent", [
  withChecks(sessionFields.extend({ version })),
  addPoint,
]);
export type ChangeSession = z.output<typeof changeSessionSchema>;

/** What a person says of a session, whether it is new or changed. */
export type SessionFields = z.output<typeof sessionFields>;

const one = z.object({ id: z.uuid(), version });
const reason = z.string().trim().min(1, "required").max(1000, "tooLong");

export const conveneSessionSchema = one;
export const cancelSessionSchema = one.extend({ reason });
export const reopenSessionSchema = one.extend({ reason });

/** By person: there, not there (why), or not said. */
const attendance = z
  .record(
    z.uuid(),
    z.object({
      presence: z.enum(["present", "absent"]).optional(),
      kind: z.enum(AbsenceKind).optional(),
      reason: optionalText(300),
    }),
  )
  .default({});
/** When the session really began and ended: both, or nothing is known of it. */
const actual = { actualStart: time.optional(), actualEnd: time.optional() };

export const recordAttendanceSchema = one.extend({ attendance, ...actual }).superRefine(checkActual);
export const closeSessionSchema = one
  .extend({
    attendance,
    /** points of the agenda that the session left open */
    notDealtWith: z.array(z.uuid()).max(99).optional(),
    ...actual,
  })
  .superRefine(checkActual);

export type VersionedSession = z.output<typeof one>;
export type CancelSession = z.output<typeof cancelSessionSchema>;
export type ReopenSession = z.output<typeof reopenSessionSchema>;
export type RecordAttendance = z.output<typeof recordAttendanceSchema>;
export type AttendanceInput = RecordAttendance["attendance"];
export type CloseSession = z.output<typeof closeSessionSchema>;

/** Which part of a programme's list of sessions an address asks for. */
export const sessionFiltersSchema = z.object({ when: z.enum(["upcoming", "past"]).catch("upcoming") });
