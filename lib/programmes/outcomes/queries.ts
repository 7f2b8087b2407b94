import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { keysetBefore, nextCursor, readCursor } from "@/lib/platform/lists/cursor";
import { readSourceDate, type SourceDate } from "@/lib/platform/source-date";
import { canProposeOutcome, outcomesVisibleTo } from "@/lib/programmes/policy";

const columns = {
  id: true,
  programmeId: true,
  title: true,
  text: true,
  textHtml: true,
  lang: true,
  publishedAt: true,
  createdAt: true,
  version: true,
  indicatorId: true,
  sessionId: true,
  deliverableId: true,
  quoteSource: true,
  quoteDate: true,
  programme: { select: { slug: true, shortTitle: true } },
  session: { select: { id: true, title: true, audience: true, state: true } },
  deliverable: {
    select: {
      state: true,
      request: { select: { title: true } },
      organisation: { select: { shortName: true } },
    },
  },
} satisfies Prisma.OutcomeSelect;

type Row = Prisma.OutcomeGetPayload<{ select: typeof columns }>;

export type Outcome = Omit<Row, "quoteDate" | "session" | "deliverable"> & {
  quoteDate: SourceDate | null;
  session: { id: string; title: string } | null;
  deliverable: { title: string; body: string } | null;
};

/** Outcomes of a programme, the last published first; proposals before them for who may see them. */
export async function listOutcomes(actor: Actor, programmeId: string): Promise<Outcome[]> {
  const rows = await db.outcome.findMany({
    where: { AND: [{ programmeId }, await visible(actor)] },
    select: columns,
    orderBy: [{ publishedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: 500,
  });
  return rows.map((row) => toOutcome(actor, row));
}

/** One outcome. */
export async function getOutcome(actor: Actor, id: string): Promise<Outcome> {
  const row = await db.outcome.findFirst({ where: { AND: [{ id }, await visible(actor)] }, select: columns });
  return toOutcome(actor, found(row, "outcome"));
}

export type OutcomeFilters = {
  programme?: string;
  q?: string;
  after?: string;
  /** only quotations of a source, or only what the portal knows itself */
  quoted?: boolean;
};

/** Published outcomes of all programmes, the last first, a page at a time. */
export async function listPublishedOutcomes(
  actor: Actor,
  filters: OutcomeFilters,
  size = 20,
): Promise<{ rows: Outcome[]; next?: string }> {
  const found = filters.q ? await findByText(filters.q) : null;
  const rows = await db.outcome.findMany({
    where: {
      AND: [
        outcomesVisibleTo(actor),
        { publishedAt: { not: null } },
        filters.quoted === undefined ? {} : { quoteSource: filters.quoted ? { not: null } : null },
        filters.programme ? { programme: { slug: filters.programme } } : {},
        found ? { id: { in: found } } : {},
        keysetBefore("publishedAt", readCursor(filters.after)),
      ],
    },
    select: columns,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const page = nextCursor(rows, size, ({ publishedAt, id }) => ({ at: publishedAt as Date, id }));
  return { next: page.next, rows: page.rows.map((row) => toOutcome(actor, row)) };
}

export type OutcomeTies = {
  sessions: { id: string; title: string; startsAt: Date }[];
  deliverables: { id: string; title: string; body: string }[];
  indicators: { id: string; title: string }[];
};

/** What an outcome of this programme may be tied to, for the form. */
export async function listOutcomeTies(actor: Actor, programmeId: string): Promise<OutcomeTies> {
  authorise(canProposeOutcome(actor, { id: programmeId }));
  const readsAll = actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
  const own = actor.organisationsWith(["REFERENT"], programmeId);
  const [sessions, deliverables, indicators] = await Promise.all([
    db.session.findMany({
      where: { programmeId, state: { in: ["CONVENED", "CLOSED"] } },
      select: { id: true, title: true, startsAt: true },
      orderBy: { startsAt: "asc" },
      take: 500,
    }),
    db.deliverable.findMany({
      where: {
        request: { programmeId },
        state: { not: "TO_DO" },
        ...(readsAll
          ? {}
          : { OR: [{ organisationId: { in: own } }, { state: { in: ["APPROVED", "LOCKED"] } }] }),
      },
      select: {
        id: true,
        request: { select: { title: true } },
        organisation: { select: { shortName: true } },
      },
      orderBy: [{ request: { position: "asc" } }, { organisation: { name: "asc" } }],
      take: 1000,
    }),
    db.indicator.findMany({
      where: { programmeId },
      select: { id: true, title: true },
      orderBy: { position: "asc" },
    }),
  ]);
  return {
    sessions,
    deliverables: deliverables.map(({ id, request, organisation }) => ({
      id,
      title: request.title,
      body: organisation.shortName,
    })),
    indicators,
  };
}

// Who proposed an outcome stands in the log: an outcome itself belongs to the programme.
async function visible(actor: Actor): Promise<Prisma.OutcomeWhereInput> {
  if (!actor.personId || !actor.has("REFERENT")) return outcomesVisibleTo(actor);
  const proposed = await db.event.findMany({
    where: { actorId: actor.personId, kind: "programmes.outcomeProposed" },
    select: { subjectId: true },
    orderBy: { seq: "desc" },
    take: 500,
  });
  return { OR: [outcomesVisibleTo(actor), { id: { in: proposed.map(({ subjectId }) => subjectId) } }] };
}

async function findByText(q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from outcome
    where search @@ websearch_to_tsquery('pg_catalog.italian', f_unaccent(${q})) and published_at is not null
    order by published_at desc limit 1000`;
  return rows.map(({ id }) => id);
}

// What an outcome is tied to is named to everybody only where everybody may know of it.
function toOutcome(actor: Actor, { session, deliverable, quoteDate, ...row }: Row): Outcome {
  const isMember = actor.has(["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"], {
    programme: row.programmeId,
  });
  const isOpen =
    session &&
    ["CONVENED", "CLOSED"].includes(session.state) &&
    (isMember || session.audience !== "PROGRAMME");
  const held = isOpen ? session : null;
  const approved = deliverable && ["APPROVED", "LOCKED"].includes(deliverable.state) ? deliverable : null;
  return {
    ...row,
    quoteDate: readSourceDate(quoteDate),
    session: held && { id: held.id, title: held.title },
    deliverable: approved && { title: approved.request.title, body: approved.organisation.shortName },
  };
}
