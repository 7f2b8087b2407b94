import "server-only";
import { createHash } from "node:crypto";
import { personOfFeedToken } from "@/lib/people/feed-token";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { Audience, Role } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import type { Cursor } from "@/lib/platform/lists/cursor";
import { visibleTo as programmeVisibleTo, readerRoles } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";
import { openWithin, visibleTo } from "@/lib/sessions/policy";
import { buildDeadline, buildVevent, placed, veventSelect } from "@/lib/sessions/vevent";

/** The page that an entry of a calendar leads to. */
export type EntryPage =
  | { kind: "session"; id: string; slug: string; audience: Audience }
  | { kind: "deliverable"; id: string; slug: string }
  | { kind: "request"; id: string; slug: string };

/** A calendar to subscribe to: `entries` reads it page by page, so that memory does not grow with it. */
export type Feed = {
  /** whose calendar it is: no two different ones have the same */
  key: string;
  title: { kind: "all" } | { kind: "personal" } | { kind: "named"; name: string };
  locale: string;
  /** changes with anything that the calendar says */
  revision: string;
  entries(addressOf: (page: EntryPage) => string, words: FeedWords): AsyncGenerator<string>;
};

/** Texts that a calendar needs, in its reader's language. */
export type FeedWords = {
  /** what a body owes; `isExtended` when it was given more time */
  owed: (what: { title: string; body: string; isExtended: boolean }) => string;
  /** what all bodies of a programme owe, for who follows it whole */
  requested: (title: string) => string;
};

/** The calendar of every session that the public sees. */
export async function getOpenFeed(actor: Actor): Promise<Feed> {
  const programmes = await programmesFor(programmeVisibleTo(actor));
  const source = { programmes, where: openWithin({ programmeId: { in: programmes.map((one) => one.id) } }) };
  return {
    key: "all",
    title: { kind: "all" },
    locale: "it",
    revision: await revisionOf(source),
    entries: (addressOf) => sessionEntries(source, addressOf),
  };
}

/** The calendar of one programme's sessions that the public sees. */
export async function getProgrammeFeed(actor: Actor, slug: string): Promise<Feed> {
  const programmes = await programmesFor({ AND: [{ slug }, programmeVisibleTo(actor)] });
  const { id, shortTitle } = found(programmes[0], "programme");
  const source = { programmes, where: openWithin({ programmeId: id }) };
  return {
    key: `programme ${id}`,
    title: { kind: "named", name: shortTitle },
    locale: "it",
    revision: await revisionOf(source),
    entries: (addressOf) => sessionEntries(source, addressOf),
  };
}

/** One session as a calendar of its own: "add to calendar". */
export async function getSessionFeed(actor: Actor, id: string): Promise<Feed> {
  const where = { AND: [{ id: asUuid(id) }, visibleTo(actor)] };
  const session = found(
    await db.session.findFirst({ where, select: { title: true, programmeId: true } }),
    "session",
  );
  const source = { programmes: await programmesFor({ id: session.programmeId }), where };
  return {
    key: `session ${id}`,
    title: { kind: "named", name: session.title },
    locale: "it",
    revision: await revisionOf(source),
    entries: (addressOf) => sessionEntries(source, addressOf),
  };
}

/**
 * A person's own calendar by the secret in its address: sessions to which the person is invited, in programmes where it
 * still holds a role; what its bodies still owe, by when it is owed now; and what is asked of all bodies in the
 * programmes that it follows whole.
 */
export async function getPersonalFeed(actor: Actor, token: string): Promise<Feed> {
  const named = found(personOfFeedToken(token), "calendar");
  const person = found(
    await db.person.findFirst({
      where: { id: named.personId, feedVersion: named.version, disabledAt: null },
      select: {
        id: true,
        locale: true,
        roles: {
          where: { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
          select: { role: true, programmeId: true, organisationId: true },
        },
      },
    }),
    "calendar",
  );
  const programmeIds = person.roles.flatMap((one) => one.programmeId ?? []);
  const sessions: Source = {
    programmes: await programmesFor({ id: { in: programmeIds } }),
    where: {
      programmeId: { in: programmeIds },
      invitees: { some: { personId: person.id } },
      OR: [{ state: { in: ["CONVENED", "CLOSED"] } }, { state: "CANCELLED", convenedAt: { not: null } }],
    },
  };
  const bodies = person.roles.filter((one) => one.role === "REFERENT" || one.role === "STAFF");
  const deliverables: Prisma.DeliverableWhereInput = {
    state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
    OR: bodies.flatMap(({ programmeId, organisationId }) =>
      programmeId && organisationId ? [{ organisationId, request: { programmeId } }] : [],
    ),
  };
  const followed = person.roles.filter((one) => readsAllBodies(one.role));
  const requests: Prisma.DeliverableRequestWhereInput = {
    programmeId: { in: followed.flatMap((one) => one.programmeId ?? []) },
  };
  const [owed, asked, revision] = await Promise.all([
    db.deliverable.aggregate({
      where: deliverables,
      _count: true,
      _sum: { version: true },
      _max: { stateSince: true, dueAt: true },
    }),
    db.deliverableRequest.aggregate({
      where: requests,
      _count: true,
      _sum: { version: true },
      _max: { dueAt: true },
    }),
    revisionOf(sessions),
  ]);
  return {
    key: `person ${person.id}`,
    title: { kind: "personal" },
    locale: person.locale,
    revision: createHash("sha256")
      .update(JSON.stringify([revision, owed, asked, named.version, person.locale]))
      .digest("base64url"),
    async *entries(addressOf, words) {
      yield* sessionEntries(sessions, addressOf);
      yield* deadlineEntries(deliverables, addressOf, words);
      yield* requestEntries(requests, addressOf, words);
    },
  };
}

const readsAllBodies = (role: Role) => (readerRoles as readonly Role[]).includes(role);

type FeedProgramme = { id: string; slug: string; shortTitle: string; version: number };

/** What a calendar's entries are read from: its programmes, looked up once, and the condition on their sessions. */
type Source = { programmes: FeedProgramme[]; where: Prisma.SessionWhereInput };

function programmesFor(where: Prisma.ProgrammeWhereInput): Promise<FeedProgramme[]> {
  return db.programme.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, slug: true, shortTitle: true, version: true },
  });
}

/**
 * Changes with anything a calendar of sessions says: a change of a session raises its version and its time, an entry that
 * comes or goes changes the count, and the programmes give names and addresses.
 */
async function revisionOf({ programmes, where }: Source): Promise<string> {
  const sessions = await db.session.aggregate({
    where,
    _count: true,
    _sum: { version: true },
    _max: { updatedAt: true },
  });
  return createHash("sha256")
    .update(JSON.stringify([sessions, programmes]))
    .digest("base64url");
}

// Few enough that a page of them is read and written out well within what others can wait.
const pageSize = 100;
/** Due dates are read at once: nobody owes more. */
const mostDue = 1000;

async function* sessionEntries(
  { programmes, where }: Source,
  addressOf: (page: EntryPage) => string,
): AsyncGenerator<string> {
  const known = new Map(programmes.map((one) => [one.id, one]));
  let after: Cursor | undefined;
  for (;;) {
    const rows = await db.session.findMany({
      where: { AND: [where, after ? { startsAt: { gte: after.at } } : {}, after ? beyond(after) : {}] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: pageSize,
      select: { id: true, programmeId: true, startsAt: true, audience: true, vevent: true },
    });
    const missing = await buildMissing(rows.flatMap((row) => (row.vevent === null ? [row.id] : [])));
    for (const { id, audience, vevent, programmeId } of rows) {
      const entry = vevent ?? missing.get(id);
      const programme = known.get(programmeId);
      if (!entry || !programme) continue;
      const url = addressOf({ kind: "session", id, slug: programme.slug, audience });
      yield placed(entry, { url, programme: programme.shortTitle });
    }
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    after = { at: last.startsAt, id: last.id };
  }
}

const beyond = ({ at, id }: Cursor) => ({ OR: [{ startsAt: { gt: at } }, { id: { gt: id } }] });

// Rows that came in beside the mutations (an import) have no stored entry until they change.
async function buildMissing(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.session.findMany({
    where: { id: { in: ids } },
    select: { ...veventSelect, updatedAt: true },
  });
  return new Map(rows.map((row) => [row.id, buildVevent(row, row.updatedAt)]));
}

async function* deadlineEntries(
  where: Prisma.DeliverableWhereInput,
  addressOf: (page: EntryPage) => string,
  words: FeedWords,
): AsyncGenerator<string> {
  const rows = await db.deliverable.findMany({
    where,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: mostDue,
    select: {
      id: true,
      dueAt: true,
      stateSince: true,
      organisation: { select: { shortName: true } },
      extensions: { orderBy: { grantedAt: "desc" }, take: 1, select: { grantedAt: true } },
      request: { select: { title: true, programme: { select: { slug: true, shortTitle: true } } } },
    },
  });
  for (const { id, dueAt, stateSince, organisation, extensions, request } of rows) {
    const [extension] = extensions;
    const title = { title: request.title, body: organisation.shortName, isExtended: Boolean(extension) };
    const stampedAt = extension && extension.grantedAt > stateSince ? extension.grantedAt : stateSince;
    const due = { id, title: words.owed(title), dueAt, stampedAt, programme: request.programme };
    yield dueEntry("deliverable", due, addressOf);
  }
}

async function* requestEntries(
  where: Prisma.DeliverableRequestWhereInput,
  addressOf: (page: EntryPage) => string,
  words: FeedWords,
): AsyncGenerator<string> {
  const rows = await db.deliverableRequest.findMany({
    where,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: mostDue,
    select: {
      id: true,
      dueAt: true,
      createdAt: true,
      title: true,
      programme: { select: { slug: true, shortTitle: true } },
    },
  });
  for (const { id, dueAt, createdAt, title, programme } of rows) {
    const due = { id, title: words.requested(title), dueAt, stampedAt: createdAt, programme };
    yield dueEntry("request", due, addressOf);
  }
}

type Due = {
  id: string;
  title: string;
  dueAt: Date;
  stampedAt: Date;
  programme: { slug: string; shortTitle: string };
};

function dueEntry(
  kind: "deliverable" | "request",
  { id, programme, ...due }: Due,
  addressOf: (page: EntryPage) => string,
): string {
  const url = addressOf({ kind, id, slug: programme.slug });
  return placed(buildDeadline({ uid: `${id}@sperimenta`, ...due }), { url, programme: programme.shortTitle });
}
