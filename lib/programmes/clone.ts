import { addDays, format, parseISO } from "date-fns";
import { romeDay, romeInstant, zone } from "@/lib/platform/rome-time";
import { daysBetween, type SourceDate, shiftSourceDate } from "@/lib/platform/source-date";
import { type Closures, holidayOn, isWorkingDay, nextWorkingDay } from "@/lib/platform/working-days";

/** The dates of a programme, as its clone needs them. Cancelled sessions are left out by who reads them. */
export type CloneSource = {
  phases: { id: string; title: string; begin: SourceDate | null; end: SourceDate | null }[];
  sessions: { id: string; title: string; startsAt: Date; endsAt: Date }[];
  requests: { id: string; title: string; dueAt: Date; cutOffAt: Date | null }[];
};

/** Why a date does not keep its distance: the day it would have been, and what stands there. */
export type MoveNote =
  | { reason: "weekend"; from: string }
  | { reason: "holiday"; from: string; holiday: string }
  | { reason: "order"; from: string };

/** A moment and where it goes. */
export type Moved = { old: Date; moved: Date; note: MoveNote | null };

export type ClonePlan = {
  /** the date all others are counted from; null when the programme has none */
  anchor: { kind: "session" | "phase"; id: string; day: string } | null;
  start: { asked: string; day: string; note: MoveNote | null };
  /** whole days from the old start to the new one */
  shift: number;
  phases: {
    id: string;
    title: string;
    begin: { old: SourceDate; moved: SourceDate } | null;
    end: { old: SourceDate; moved: SourceDate } | null;
  }[];
  sessions: { id: string; title: string; starts: Moved; endsAt: Date }[];
  requests: { id: string; title: string; due: Moved; cutOff: Moved | null }[];
};

/**
 * Where every date of a programme goes when it starts anew: the given start moves to a working day, all else keeps its
 * distance in days and its time of day in Rome; sessions and due dates then move forward to working days and stay in
 * order; bounds of phases do not, and a partial date stays as partial as it was.
 */
export function planClone(source: CloneSource, newStart: string, closures?: Closures): ClonePlan {
  const anchor = findAnchor(source);
  const day = nextWorkingDay(newStart, closures);
  const shift = anchor ? daysBetween(anchor.day, day) : 0;
  const moved = moveMoments(moments(source), shift, closures);
  const movedOf = (id: string, part: Part) => moved.get(`${part}:${id}`) as Moved;
  const bound = (old: SourceDate | null) => (old ? { old, moved: shiftSourceDate(old, shift) } : null);
  return {
    anchor,
    start: { asked: newStart, day, note: day === newStart ? null : noteOn(newStart, closures) },
    shift,
    phases: source.phases.map(({ id, title, begin, end }) => ({
      id,
      title,
      begin: bound(begin),
      end: bound(end),
    })),
    sessions: source.sessions.map(({ id, title, startsAt, endsAt }) => {
      const starts = movedOf(id, "session");
      const length = daysBetween(romeDay(startsAt), romeDay(starts.moved));
      return { id, title, starts, endsAt: moveMoment(endsAt, length) };
    }),
    requests: source.requests.map(({ id, title, cutOffAt }) => ({
      id,
      title,
      due: movedOf(id, "due"),
      cutOff: cutOffAt ? movedOf(id, "cutOff") : null,
    })),
  };
}

type Part = "session" | "due" | "cutOff";
type Moment = { key: string; at: Date };

function findAnchor(source: CloneSource): ClonePlan["anchor"] {
  const [first] = source.sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (first) return { kind: "session", id: first.id, day: romeDay(first.startsAt) };
  const [phase] = source.phases
    .flatMap(({ id, begin, end }) => {
      const day = begin?.from ?? begin?.to ?? end?.from ?? end?.to;
      return day ? [{ id, day }] : [];
    })
    .toSorted((a, b) => a.day.localeCompare(b.day));
  return phase ? { kind: "phase", ...phase } : null;
}

function moments(source: CloneSource): Moment[] {
  return [
    ...source.sessions.map(({ id, startsAt }) => ({ key: `session:${id}`, at: startsAt })),
    ...source.requests.flatMap(({ id, dueAt, cutOffAt }) => [
      { key: `due:${id}`, at: dueAt },
      ...(cutOffAt ? [{ key: `cutOff:${id}`, at: cutOffAt }] : []),
    ]),
  ];
}

// Two dates of one day stay on one day; a later day stays later, even where a holiday pushed the one before onto it.
function moveMoments(all: Moment[], shift: number, closures?: Closures): Map<string, Moved> {
  const days = [...new Set(all.map(({ at }) => romeDay(at)))].sort();
  const goal = new Map<string, { day: string; note: MoveNote | null }>();
  let last = "";
  for (const day of days) {
    const from = plus(day, shift);
    const free = from <= last ? plus(last, 1) : from;
    const to = nextWorkingDay(free, closures);
    const note = free === from ? noteOn(from, closures) : ({ reason: "order", from } as const);
    goal.set(day, { day: to, note: to === from ? null : note });
    last = to;
  }
  return new Map(
    all.map(({ key, at }) => {
      const { day, note } = goal.get(romeDay(at)) as { day: string; note: MoveNote | null };
      return [key, { old: at, moved: moveMoment(at, daysBetween(romeDay(at), day)), note }];
    }),
  );
}

function noteOn(day: string, closures?: Closures): MoveNote | null {
  if (isWorkingDay(day, closures)) return null;
  const holiday = holidayOn(day, closures);
  return holiday ? { reason: "holiday", from: day, holiday } : { reason: "weekend", from: day };
}

// By the clock on the wall: 10:30 stays 10:30 on both sides of a change of hour.
function moveMoment(at: Date, days: number): Date {
  return romeInstant(plus(romeDay(at), days), wallClock.format(at));
}

const wallClock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium", hourCycle: "h23" });
const plus = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");
