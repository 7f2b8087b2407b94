import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** What is told of a document's history to who may read it; readings are each reader's own. */
const told = [
  "documents.added",
  "documents.changed",
  "documents.published",
  "documents.versionAdded",
  "documents.versionRestored",
  "documents.moved",
  "documents.removed",
  "documents.restored",
] as const;

type Told = (typeof told)[number];
type Verb = Told extends `documents.${infer Rest}` ? Rest : never;

export type DocumentHistoryEntry = { id: string; verb: Verb; who: string | null; at: Date };

/** The last acts on a document, the latest first. */
export async function listDocumentHistory(
  actor: Actor,
  documentId: string,
  size = 20,
): Promise<DocumentHistoryEntry[]> {
  const where = { AND: [{ id: documentId }, documentVisibleTo(actor)] };
  found(await db.document.findFirst({ where, select: { id: true } }), "document");
  const events = await db.event.findMany({
    where: { subjectKind: "document", subjectId: documentId, kind: { in: [...told] } },
    orderBy: { seq: "desc" },
    take: size,
    select: { id: true, kind: true, actorId: true, occurredAt: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, givenName: true, familyName: true },
  });
  const nameOf = new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  return events.map(({ id, kind, actorId, occurredAt }) => ({
    id,
    verb: kind.slice("documents.".length) as Verb,
    who: actorId ? (nameOf.get(actorId) ?? null) : null,
    at: occurredAt,
  }));
}
