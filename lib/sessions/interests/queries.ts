import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { InterestState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetAfter, nextCursor } from "@/lib/platform/lists/cursor";
import { asUuid } from "@/lib/sessions/identifier";
import { asksForInterest, takesInterest } from "@/lib/sessions/interests/lifecycle";
import { canReadInterests, speaksFor } from "@/lib/sessions/interests/policy";
import { visibleTo } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

/** A body that would come. */
export type InterestRow = {
  id: string;
  body: string;
  isOfPortal: boolean;
  contact: string | null;
  email: string | null;
  people: number;
  state: InterestState;
  createdAt: Date;
};

export type InterestCount = { bodies: number; people: number };

/** Who would come to a meeting of a programme, for who manages it. */
export async function getInterests(
  actor: Actor,
  slug: string,
  id: string,
  window: { after?: Cursor } = {},
): Promise<{ session: SessionRow; counts: InterestCount; rows: InterestRow[]; next?: string }> {
  const session = await findMeeting(actor, { id: asUuid(id), programme: { slug } });
  const list = await listInterests(actor, session.id, window);
  return { session, counts: await countInterests(actor, session.id), ...list };
}

export type OwnInterests = {
  session: SessionRow;
  isOpen: boolean;
  /** the bodies for which the reader speaks, with what was said for each */
  bodies: { id: string; name: string; people: number | null }[];
};

/** What was said of a meeting for the bodies for which the actor speaks, whatever their programme. */
export async function getOwnInterests(actor: Actor, id: string): Promise<OwnInterests> {
  const session = await findMeeting(actor, { id: asUuid(id) });
  const bodies = await db.organisation.findMany({
    where: { id: { in: speaksFor(actor) } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      interests: { where: { sessionId: session.id, state: "CONFIRMED" }, select: { people: true } },
    },
  });
  return {
    session,
    isOpen: takesInterest(session, actor.at),
    bodies: bodies.map(({ interests: [said], ...body }) => ({ ...body, people: said?.people ?? null })),
  };
}

/** The bodies that would come to a meeting, in the order in which they said so; for who manages it. */
export async function listInterests(
  actor: Actor,
  sessionId: string,
  { after, size = 50 }: { after?: Cursor; size?: number } = {},
): Promise<{ rows: InterestRow[]; next?: string }> {
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(sessionId) }, visibleTo(actor)] },
      select: { programmeId: true, deputyId: true },
    }),
    "session",
  );
  authorise(canReadInterests(actor, session));
  const rows = await db.sessionInterest.findMany({
    where: { AND: [{ sessionId, state: { not: "PENDING" } }, keysetAfter("createdAt", after)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: size + 1,
    select: {
      id: true,
      bodyName: true,
      contactName: true,
      email: true,
      people: true,
      state: true,
      createdAt: true,
      organisation: { select: { name: true } },
      person: { select: { givenName: true, familyName: true, email: true } },
    },
  });
  const page = nextCursor(rows, size, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    next: page.next,
    rows: page.rows.map(({ organisation, person, bodyName, contactName, email, ...row }) => ({
      ...row,
      body: organisation?.name ?? bodyName ?? "",
      isOfPortal: organisation !== null,
      contact: person ? `${person.givenName} ${person.familyName}` : contactName,
      email: person?.email ?? email,
    })),
  };
}

/** How many bodies would come to a meeting, and with how many people; no secret. */
export async function countInterests(_actor: Actor, sessionId: string): Promise<InterestCount> {
  const { _count, _sum } = await db.sessionInterest.aggregate({
    where: { sessionId, state: "CONFIRMED" },
    _count: { _all: true },
    _sum: { people: true },
  });
  return { bodies: _count._all, people: _sum.people ?? 0 };
}

/** A meeting as the form for bodies outside the portal shows it; not found where bodies are not asked. */
export async function getOpenMeeting(actor: Actor, slug: string, id: string): Promise<OpenMeeting> {
  const session = await findMeeting(actor, { id: asUuid(id), programme: { slug } });
  return { ...session, isOpen: takesInterest(session, actor.at) };
}

export type OpenMeeting = SessionRow & { isOpen: boolean };

export type MailedInterest =
  | { state: "unknown" }
  | {
      state: InterestState | "EXPIRED";
      isOpen: boolean;
      bodyName: string;
      people: number;
      session: SessionRow;
    };

/** What a mailed link is good for. Reading it changes nothing. */
export async function findMailedInterest(actor: Actor, token: string): Promise<MailedInterest> {
  const row = await db.sessionInterest.findUnique({
    where: { tokenHash: createHash("sha256").update(token).digest("hex") },
    select: { state: true, expiresAt: true, bodyName: true, people: true, session: { select: rowSelect } },
  });
  if (!row) return { state: "unknown" };
  const { expiresAt, bodyName, ...interest } = row;
  const isExpired = row.state === "PENDING" && expiresAt !== null && expiresAt <= actor.at;
  return {
    ...interest,
    bodyName: bodyName ?? "",
    state: isExpired ? "EXPIRED" : row.state,
    isOpen: takesInterest(row.session, actor.at),
  };
}

async function findMeeting(actor: Actor, where: Prisma.SessionWhereInput): Promise<SessionRow> {
  const session = found(
    await db.session.findFirst({ where: { AND: [where, visibleTo(actor)] }, select: rowSelect }),
    "session",
  );
  found(asksForInterest(session) || null, "meeting");
  return session;
}
