import "server-only";
import { documentVisibleTo, versionVisibleTo } from "@/lib/documents/policy";
import type { Acknowledge } from "@/lib/documents/reading/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { memberRoles } from "@/lib/programmes/policy";

/**
 * Keeps that a member of the programme opened a version of its material: the first and the last time. Deliverables have
 * a history of their own; of others nothing is kept. A download in parts is one opening, so a minute passes between two.
 */
export async function recordOpening(actor: Actor, versionId: string): Promise<void> {
  await recordOpenings(actor, [versionId]);
}

/**
 * The same of several versions that are taken away at once; of two of one document the later counts. Of one that is not
 * visible nothing is kept.
 * @throws NotFoundError when none is visible
 */
export async function recordOpenings(actor: Actor, versionIds: readonly string[]): Promise<void> {
  const { personId, at } = actor;
  if (personId === null || versionIds.length === 0) return;
  const versions = await db.documentVersion.findMany({
    where: { AND: [{ id: { in: [...versionIds] } }, versionVisibleTo(actor)] },
    orderBy: { number: "asc" },
    select: { number: true, documentId: true, document: { select: { kind: true, programmeId: true } } },
  });
  found(versions[0], "version");
  const kept = versions.filter(
    ({ document }) =>
      document.kind !== "DELIVERABLE" && actor.has(memberRoles, { programme: document.programmeId }),
  );
  const last = new Map(kept.map((one) => [one.documentId, one.number]));
  if (last.size === 0) return;
  await inTransaction(
    (tx) => tx.$executeRaw`
    insert into document_reading (document_id, person_id, first_at, last_at, last_version)
    select document_id, ${personId}::uuid, ${at}, ${at}, number
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::int[]) as opened (document_id, number)
    on conflict (document_id, person_id) do update set last_at = excluded.last_at, last_version = excluded.last_version
    where document_reading.last_at < excluded.last_at - interval '1 minute'
      or document_reading.last_version <> excluded.last_version`,
  );
}

/** Says to have read a document, of which a version was opened before. */
export async function acknowledge(actor: Actor, input: Acknowledge): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const document = found(
      await tx.document.findFirst({
        where: { AND: [{ id: input.id, kind: { not: "DELIVERABLE" } }, documentVisibleTo(actor)] },
        select: { id: true, programmeId: true, space: { select: { programme: { select: { slug: true } } } } },
      }),
      "document",
    );
    authorise(actor.has(memberRoles, { programme: document.programmeId }));
    const key = { documentId: document.id, personId: actor.personId ?? "" };
    const reading = await tx.documentReading.findUnique({
      where: { documentId_personId: key },
      select: { lastVersion: true },
    });
    if (!reading) throw new DomainError("deliverables.openFirst");
    await tx.documentReading.update({
      where: { documentId_personId: key },
      data: { acknowledgedAt: actor.at, acknowledgedVersion: reading.lastVersion },
      select: { documentId: true },
    });
    await recordEvent(tx, actor, {
      kind: "documents.acknowledged",
      subject: { kind: "document", id: document.id },
      programmeId: document.programmeId,
      data: { number: reading.lastVersion },
    });
    return { id: document.id, slug: document.space.programme.slug };
  });
}
