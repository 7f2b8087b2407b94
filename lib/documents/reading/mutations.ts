import "server-only";
import { documentVisibleTo, memberRoles, versionVisibleTo } from "@/lib/documents/policy";
import type { Acknowledge } from "@/lib/documents/reading/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/**
 * Keeps that a member of the programme opened a version of its material: the first and the last time. Deliverables have
 * a history of their own; of others nothing is kept. A download in parts is one opening, so a minute passes between two.
 */
export async function recordOpening(actor: Actor, versionId: string): Promise<void> {
  if (actor.personId === null) return;
  const { number, document } = found(
    await db.documentVersion.findFirst({
      where: { AND: [{ id: versionId }, versionVisibleTo(actor)] },
      select: { number: true, document: { select: { id: true, kind: true, programmeId: true } } },
    }),
    "version",
  );
  if (document.kind === "DELIVERABLE") return;
  if (!actor.has(memberRoles, { programme: document.programmeId })) return;
  const { personId, at } = actor;
  await inTransaction(
    (tx) => tx.$executeRaw`
    insert into document_reading (document_id, person_id, first_at, last_at, last_version)
    values (${document.id}::uuid, ${personId}::uuid, ${at}, ${at}, ${number})
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
