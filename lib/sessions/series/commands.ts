import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { SessionKind } from "@/lib/platform/db/generated/enums";
import type { SessionUncheckedCreateInput } from "@/lib/platform/db/generated/models";
import { DomainError } from "@/lib/platform/errors";
import { type Bilingual, inLanguage } from "@/lib/platform/i18n/bilingual";
import { romeTime } from "@/lib/platform/rome-time";
import type { MoveNote } from "@/lib/programmes/clone";
import { type Circle, findConvened } from "@/lib/sessions/convocation";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { findBusyTimes, findOwnSessions } from "@/lib/sessions/planning/commands";
import { overlap, type Span } from "@/lib/sessions/planning/times";
import {
  laterClock,
  type PlannedDay,
  planSeries,
  planTemplate,
  renumbered,
  timesOn,
} from "@/lib/sessions/series/plan";
import {
  type PilotTemplate,
  type SeriesFields,
  stepDaysOf,
  type TemplateStart,
} from "@/lib/sessions/series/schema";
import { buildVevent } from "@/lib/sessions/vevent";

type Columns = Pick<
  SessionUncheckedCreateInput,
  | "kind"
  | "ordinal"
  | "mode"
  | "isFree"
  | "audience"
  | "allBodies"
  | "announcedMinutes"
  | "announcedNote"
  | "url"
  | "place"
  | "hostId"
  | "phaseId"
  | "seriesId"
>;

/** A session of a plan, before it is written. */
export type PlannedRow = Span & {
  title: string;
  kind: SessionKind;
  ordinal: number | null;
  note: MoveNote | null;
  /** the programme's own session at that time: the plan cannot be made so */
  overlaps: string | null;
  /** how many of those to be convened have another session then */
  busy: number;
};

type Draft = Span & {
  id: string;
  programmeId: string;
  kind: SessionKind;
  ordinal: number | null;
  title: string;
  allBodies: boolean;
  bodies: readonly { organisationId: string }[];
};

/** The sessions of a series that begins with a draft, each with what stands in its way. */
export async function findSeriesRows(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  fields: SeriesFields,
): Promise<PlannedRow[]> {
  const clock = { start: romeTime(draft.startsAt), end: romeTime(draft.endsAt) };
  const ordinals = await seriesOrdinals(tx, draft, fields.count);
  const planned = planSeries({ ...fields, stepDays: stepDaysOf(fields) }).map(({ day, note }, index) => ({
    ...timesOn(day, clock),
    kind: draft.kind,
    ordinal: ordinals[index] ?? null,
    title: renumbered(draft.title, draft.ordinal, ordinals[index] ?? null),
    note,
  }));
  const circle = { ...draft, bodyIds: draft.bodies.map((one) => one.organisationId) };
  return withConflicts(tx, actor, { circle, rows: planned, except: draft.id });
}

type TemplateRow = PlannedRow & {
  description: string;
  announcedMinutes: number | null;
  announcedNote: string | null;
  agenda: { title: string; owner: string | null; minutes: number }[];
};

/** The sessions of a pilot from a start; the texts in the programme's language, the numbers after those that are there. */
export async function findTemplateRows(
  tx: Tx,
  actor: Actor,
  programme: { id: string; lang: string },
  { template, start, time }: TemplateStart & { template: PilotTemplate },
): Promise<TemplateRow[]> {
  const { sessions } = template;
  const { _max } = await tx.session.aggregate({
    where: { programmeId: programme.id, kind: "ASSISTANCE", state: { not: "CANCELLED" } },
    _max: { ordinal: true },
  });
  const days = planTemplate(
    start,
    sessions.map((one) => one.afterDays),
  );
  const words = (text: Bilingual) => inLanguage(text, programme.lang);
  let ordinal = _max.ordinal ?? 0;
  const planned = sessions.map((one, index) => {
    const { day, note } = days[index] as PlannedDay;
    const end = laterClock(time, one.minutes);
    if (end === null) throw new DomainError("planning.afterMidnight", {}, "time");
    if (one.kind === "ASSISTANCE") ordinal += 1;
    return {
      ...timesOn(day, { start: time, end }),
      kind: one.kind,
      ordinal: one.kind === "ASSISTANCE" ? ordinal : null,
      note,
      title: words(one.title).replace("{n}", String(ordinal)),
      description: words(one.description),
      announcedMinutes: one.announcedMinutes ?? null,
      announcedNote: one.announcedNote ? words(one.announcedNote) : null,
      agenda: one.agenda.map((point) => ({ title: words(point.title), owner: null, minutes: point.minutes })),
    };
  });
  const circle = { programmeId: programme.id, allBodies: true, bodyIds: [] };
  return withConflicts(tx, actor, { circle, rows: planned });
}

// The draft's own number, then those after the highest of its kind; none where the draft has none.
async function seriesOrdinals(tx: Tx, draft: Draft, count: number): Promise<(number | null)[]> {
  const { ordinal, programmeId, kind, id } = draft;
  if (ordinal === null) return Array.from({ length: count }, () => null);
  const { _max } = await tx.session.aggregate({
    where: { programmeId, kind, state: { not: "CANCELLED" }, id: { not: id } },
    _max: { ordinal: true },
  });
  const highest = Math.max(ordinal, _max.ordinal ?? 0);
  return Array.from({ length: count }, (_, index) => (index === 0 ? ordinal : highest + index));
}

// Three queries for all dates together.
async function withConflicts<Row extends Span>(
  tx: Tx,
  actor: Actor,
  { circle, rows, except }: { circle: Circle; rows: Row[]; except?: string },
): Promise<(Row & { overlaps: string | null; busy: number })[]> {
  const period = around(rows);
  const convened = await findConvened(tx, circle, actor.at);
  const own = await findOwnSessions(tx, actor, { programmeId: circle.programmeId, ...period, except });
  const personIds = convened.map((one) => one.personId);
  const busy = await findBusyTimes(tx, actor, { personIds, ...period, except });
  return rows.map((row) => ({
    ...row,
    overlaps: own.find((one) => overlap(row, one))?.title ?? null,
    busy: new Set(busy.filter((one) => overlap(row, one)).map((one) => one.personId)).size,
  }));
}

/** A draft that is made together with others. */
export type PlannedDraft = Span &
  Columns & {
    title: string;
    description: string;
    agenda: readonly { title: string; owner: string | null; minutes: number | null }[];
    bodyIds: readonly string[];
  };

/** Writes several drafts of a programme with their agendas and calendar entries. @returns their identifiers */
export async function writeDrafts(
  tx: Tx,
  actor: Actor,
  programmeId: string,
  drafts: readonly PlannedDraft[],
): Promise<string[]> {
  const rows = drafts.map(({ agenda, bodyIds, ...columns }) => ({
    agenda,
    bodyIds,
    row: { ...columns, id: freshIdentifier(actor.at), state: "DRAFT" as const, sequence: 0 },
  }));
  await tx.session.createMany({
    data: rows.map(({ row, agenda }) => ({
      ...row,
      programmeId,
      vevent: buildVevent({ ...row, place: row.place ?? null, agenda }, actor.at),
      createdAt: actor.at,
      updatedAt: actor.at,
    })),
  });
  await tx.agendaItem.createMany({
    data: rows.flatMap(({ row, agenda }) =>
      agenda.map((point, position) => ({ ...point, position, sessionId: row.id })),
    ),
  });
  await tx.sessionBody.createMany({
    data: rows.flatMap(({ row, bodyIds }) =>
      bodyIds.map((organisationId) => ({ organisationId, sessionId: row.id })),
    ),
  });
  return rows.map(({ row }) => row.id);
}

/** Lets those who plan several sessions of one programme take turns: numbers and times are read after that. */
export async function takeTurn(tx: Tx, _actor: Actor, programmeId: string): Promise<void> {
  await tx.$executeRaw`select 1 from programme where id = ${programmeId}::uuid for update`;
}

/**
 * Refuses times that overlap each other or another session of the programme.
 * @throws DomainError "planning.overlapsItself", "planning.overlapsOwn"
 */
export async function assertRoom(
  tx: Tx,
  actor: Actor,
  { programmeId, times, except }: { programmeId: string; times: readonly Span[]; except?: string },
): Promise<void> {
  const itself = times.find((one, index) => times.slice(index + 1).some((other) => overlap(one, other)));
  if (itself) throw new DomainError("planning.overlapsItself", { at: itself.startsAt }, "every");
  const others = await findOwnSessions(tx, actor, { programmeId, ...around(times), except });
  for (const { title, id: _id, ...other } of others) {
    const taken = times.find((one) => overlap(one, other));
    if (taken) throw new DomainError("planning.overlapsOwn", { at: taken.startsAt, title }, "first");
  }
}

/** The period in which some spans lie. */
function around(times: readonly Span[]): { from: Date; to: Date } {
  return {
    from: new Date(Math.min(...times.map((one) => one.startsAt.getTime()))),
    to: new Date(Math.max(...times.map((one) => one.endsAt.getTime()))),
  };
}
