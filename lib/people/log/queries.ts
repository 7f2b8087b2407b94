import "server-only";
import type { LogFilters } from "@/lib/people/administration/schema";
import { canReadLog } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

/** One fact of the log, with the names that its identifiers stand for today. */
export type LogEntry = {
  seq: string;
  kind: string;
  at: Date;
  /** "person", "visitor" or "system:<job>" */
  actorKind: string;
  actorName: string | null;
  actorId: string | null;
  programme: string | null;
  organisation: string | null;
  data: Record<string, unknown>;
};

/**
 * The log of changes, latest first. It holds identifiers; the names are looked up when it is read, so that an erased
 * person is nameless here too.
 */
export async function listEvents(
  actor: Actor,
  filters: LogFilters = {},
  window: { before?: bigint; size?: number } = {},
): Promise<{ rows: LogEntry[]; next?: string }> {
  authorise(canReadLog(actor), "log");
  const size = window.size ?? 50;
  const events = await db.event.findMany({
    where: {
      ...(filters.kind ? { [filters.kind.includes(".") ? "kind" : "feature"]: filters.kind } : {}),
      ...(filters.programme ? { programmeId: filters.programme } : {}),
      ...(filters.person ? { actorId: filters.person } : {}),
      ...(window.before === undefined ? {} : { seq: { lt: window.before } }),
    },
    orderBy: { seq: "desc" },
    take: size + 1,
    select: {
      seq: true,
      kind: true,
      actorId: true,
      actorKind: true,
      programmeId: true,
      organisationId: true,
      data: true,
      occurredAt: true,
    },
  });
  const shown = events.slice(0, size);
  const names = await namesOf(shown);
  const last = shown.at(-1);
  return {
    rows: shown.map((event) => ({
      seq: String(event.seq),
      kind: event.kind,
      at: event.occurredAt,
      actorKind: event.actorKind,
      actorId: event.actorId,
      actorName: names.get(event.actorId ?? "") ?? null,
      programme: names.get(event.programmeId ?? "") ?? null,
      organisation: names.get(event.organisationId ?? "") ?? null,
      data: typeof event.data === "object" && event.data !== null ? { ...event.data } : {},
    })),
    ...(events.length > size && last ? { next: String(last.seq) } : {}),
  };
}

/** One entry of the log of reads. */
export type ReadEntry = Pick<LogEntry, "at" | "actorKind" | "actorName"> & {
  subjectKind: string;
  subjectId: string;
};

/** Who took away what holds personal data, latest first. */
export async function listReads(
  actor: Actor,
  window: { before?: string; size?: number } = {},
): Promise<{ rows: ReadEntry[]; next?: string }> {
  authorise(canReadLog(actor), "log");
  const size = window.size ?? 50;
  const reads = await db.readRecord.findMany({
    where: window.before === undefined ? {} : { id: { lt: window.before } },
    orderBy: { id: "desc" },
    take: size + 1,
    select: { id: true, actorId: true, actorKind: true, subjectKind: true, subjectId: true, readAt: true },
  });
  const shown = reads.slice(0, size);
  const names = await namesOf(
    shown.map(({ actorId }) => ({ actorId, programmeId: null, organisationId: null })),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map(({ actorId, actorKind, subjectKind, subjectId, readAt }) => ({
      at: readAt,
      actorKind,
      actorName: names.get(actorId ?? "") ?? null,
      subjectKind,
      subjectId,
    })),
    ...(reads.length > size && last ? { next: last.id } : {}),
  };
}

/** Programmes for the filter of the log, and the name of the person that it is filtered by. */
export async function getLogChoices(
  actor: Actor,
  filters: LogFilters,
): Promise<{ programmes: { id: string; name: string }[]; person: string | null }> {
  authorise(canReadLog(actor), "log");
  const [programmes, person] = await Promise.all([
    db.programme.findMany({
      orderBy: [{ shortTitle: "asc" }, { id: "asc" }],
      select: { id: true, shortTitle: true },
    }),
    filters.person
      ? db.person.findUnique({
          where: { id: filters.person },
          select: { givenName: true, familyName: true },
        })
      : null,
  ]);
  return {
    programmes: programmes.map(({ id, shortTitle }) => ({ id, name: shortTitle })),
    person: person ? `${person.givenName} ${person.familyName}` : null,
  };
}

type Named = { actorId: string | null; programmeId: string | null; organisationId: string | null };

async function namesOf(rows: Named[]): Promise<Map<string, string>> {
  const ids = (key: keyof Named) => [...new Set(rows.map((row) => row[key]).filter((id) => id !== null))];
  const [people, programmes, organisations] = await Promise.all([
    db.person.findMany({
      where: { id: { in: ids("actorId") } },
      select: { id: true, givenName: true, familyName: true },
    }),
    db.programme.findMany({
      where: { id: { in: ids("programmeId") } },
      select: { id: true, shortTitle: true },
    }),
    db.organisation.findMany({
      where: { id: { in: ids("organisationId") } },
      select: { id: true, shortName: true },
    }),
  ]);
  return new Map([
    ...people.map((one) => [one.id, `${one.givenName} ${one.familyName}`] as const),
    ...programmes.map((one) => [one.id, one.shortTitle] as const),
    ...organisations.map((one) => [one.id, one.shortName] as const),
  ]);
}
