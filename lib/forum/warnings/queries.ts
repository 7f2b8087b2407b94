import "server-only";
import { canModerate } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";

const name = { select: { givenName: true, familyName: true } } as const;
const post = {
  select: { number: true, thread: { select: { id: true, title: true, hiddenAt: true } } },
} as const;

/** The actor's own warnings in a programme that it has not acknowledged, the first one first. */
export async function listOwnWarnings(actor: Actor, programmeId: string) {
  if (!actor.personId) return [];
  return db.postWarning.findMany({
    where: { personId: actor.personId, programmeId, acknowledgedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 10,
    select: { id: true, reason: true, text: true, createdAt: true, post },
  });
}

export type OwnWarning = Awaited<ReturnType<typeof listOwnWarnings>>[number];

const size = 20;

/** Warnings in a programme, of one person or of all, the last one first; for its moderators. */
export async function listWarnings(
  actor: Actor,
  programmeId: string,
  { person }: { person?: string },
  after?: Cursor,
) {
  authorise(canModerate(actor, { programmeId }));
  const rows = await db.postWarning.findMany({
    where: {
      AND: [{ programmeId, ...(person ? { personId: person } : {}) }, keysetBefore("createdAt", after)],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      id: true,
      reason: true,
      text: true,
      createdAt: true,
      acknowledgedAt: true,
      person: { select: { id: true, givenName: true, familyName: true } },
      warnedBy: name,
      post,
    },
  });
  return nextCursor(rows, size, (row) => ({ at: row.createdAt, id: row.id }));
}

export type WarningRow = Awaited<ReturnType<typeof listWarnings>>["rows"][number];
