import { z } from "zod";
import { PollReply, SessionKind } from "@/lib/platform/db/generated/enums";
import { romeInstant } from "@/lib/platform/rome-time";

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
const minutes = z.coerce.number("sessions.number").int("sessions.number").min(15).max(720);
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

const shared = z.object({
  /** made with the form, so that sending it twice opens one poll */
  id: z.uuid(),
  note: z.string().trim().max(2000, "tooLong").default(""),
  closesDate: day,
  closesTime: clock,
  options,
});

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
  .transform(({ closesDate, closesTime, ...rest }) => ({
    ...rest,
    closesAt: romeInstant(closesDate, closesTime),
  }));

export const answerPollSchema = z.object({
  id: z.uuid(),
  /** by option; what is left out is not answered */
  answers: z.record(z.uuid(), z.enum(PollReply).optional()).default({}),
});

export const decidePollSchema = z.object({ id: z.uuid(), version, option: z.uuid("planning.chooseOption") });
export const cancelPollSchema = z.object({ id: z.uuid(), version });

export type OpenPoll = z.output<typeof openPollSchema>;
export type AnswerPoll = z.output<typeof answerPollSchema>;
export type DecidePoll = z.output<typeof decidePollSchema>;
export type CancelPoll = z.output<typeof cancelPollSchema>;
