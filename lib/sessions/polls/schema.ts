import { z } from "zod";
import { PollReply, SessionKind } from "@/lib/platform/db/generated/enums";
import { romeInstant } from "@/lib/platform/rome-time";
import { dayOffAt } from "@/lib/sessions/schedule-checks";

/** Rows of the form; fewer than two are no choice. */
export const mostOptions = 20;

const clock = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, "sessions.timeFormat")
  .transform((value) => value.replace(".", ":").split(":").slice(0, 2).join(":").padStart(5, "0"));
const day = z.iso.date({
  error: ({ input }) => (input === undefined ? "required" : "sessions.dateFormat"),
});
const minutes = z.coerce
  .number("sessions.number")
  .int("sessions.number")
  .min(15, "tooSmall")
  .max(720, "tooBig");
const version = z.coerce.number().int().min(1);

/** A row of the form: all of it, or nothing. The length is filled in for all, so it says nothing by itself. */
const row = z.preprocess(
  (one) => (isEmpty(one) ? undefined : one),
  z.object({ date: day, start: clock, minutes }).optional(),
);

function isEmpty(one: unknown): boolean {
  const { date, start } = (one ?? {}) as { date?: unknown; start?: unknown };
  return date === undefined && start === undefined;
}

type Option = { startsAt: Date; endsAt: Date };

const options = z
  .record(z.string().regex(/^\d{1,2}$/), row)
  .default({})
  .transform((rows): Option[] => {
    const all = Object.values(rows).flatMap((one) => {
      if (!one) return [];
      const startsAt = romeInstant(one.date, one.start);
      return [{ startsAt, endsAt: new Date(startsAt.getTime() + one.minutes * 60_000) }];
    });
    const byTime = new Map(all.map((one) => [`${+one.startsAt} ${+one.endsAt}`, one]));
    return [...byTime.values()].toSorted((a, b) => +a.startsAt - +b.startsAt || +a.endsAt - +b.endsAt);
  })
  .refine((all) => all.length >= 2 && all.length <= mostOptions, "planning.twoOptions");

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const shared = z.object({
  /** made with the form, so that sending it twice opens one poll */
  id: z.uuid(),
  note: z.string().trim().max(2000, "tooLong").default(""),
  closesDate: day,
  closesTime: clock,
  options,
  anyway: ticked,
});

/** A day that is no working day is proposed only when the form says so: one box, ticked after the warning. */
function checkDays({ options: all, anyway }: z.output<typeof shared>, context: z.core.$RefinementCtx): void {
  // What could not be read is told by itself.
  if (anyway || !Array.isArray(all)) return;
  const [first, ...others] = all.flatMap((one) => dayOffAt(one.startsAt) ?? []);
  if (!first) return;
  const { name, ...day } = first;
  context.addIssue({
    code: "custom",
    path: ["options"],
    message: "planning.optionsOff",
    params: { ...day, name: name ?? "none", more: others.length },
  });
}

/** For a draft, or for a new one that is made along with the poll. */
export const openPollSchema = z
  .discriminatedUnion("for", [
    shared.extend({ for: z.literal("draft"), session: z.uuid() }),
    shared.extend({
      for: z.literal("new"),
      programme: z.string().min(1).max(200),
      kind: z.enum(SessionKind),
      title: z.string().trim().min(1, "required").max(200, "tooLong"),
    }),
  ])
  .superRefine(checkDays)
  .transform(({ closesDate, closesTime, anyway: _anyway, ...rest }) => ({
    ...rest,
    closesAt: romeInstant(closesDate, closesTime),
  }));

export const answerPollSchema = z.object({
  id: z.uuid(),
  /** by option; what is left out is not answered */
  answers: z.record(z.uuid(), z.enum(PollReply).optional()).default({}),
});

export const decidePollSchema = z.object({
  id: z.uuid(),
  version,
  option: z.uuid("planning.chooseOption"),
  /** another session is at that time, and it is to be so */
  busyAnyway: ticked,
});
export const cancelPollSchema = z.object({ id: z.uuid(), version });
export const remindPollSchema = z.object({ id: z.uuid() });

export type OpenPoll = z.output<typeof openPollSchema>;
export type AnswerPoll = z.output<typeof answerPollSchema>;
export type DecidePoll = z.output<typeof decidePollSchema>;
export type CancelPoll = z.output<typeof cancelPollSchema>;
export type RemindPoll = z.output<typeof remindPollSchema>;
