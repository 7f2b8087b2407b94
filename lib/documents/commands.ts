import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Bytes that are stored already: what the upload route hands over. */
export type StoredFile = { sha256: string; size: number; filename: string; mimeType: string };

/** Registers bytes that the storage holds; the same bytes are one object. */
export async function registerObject(
  tx: Tx,
  _actor: Actor,
  file: Pick<StoredFile, "sha256" | "size">,
): Promise<void> {
  await tx.storedObject.createMany({
    data: [{ sha256: file.sha256, size: BigInt(file.size) }],
    skipDuplicates: true,
  });
}

/**
 * Adds a version with the number that the form was told.
 * @throws DomainError documents.versionTaken when somebody else's version has that number already
 */
export async function addVersionRow(
  tx: Tx,
  actor: Actor,
  input: { documentId: string; number: number; note: string; onBehalfOfId: string | null; file: StoredFile },
): Promise<string> {
  const last = await tx.documentVersion.aggregate({
    where: { documentId: input.documentId },
    _max: { number: true },
  });
  if (input.number !== (last._max.number ?? 0) + 1)
    throw new DomainError("documents.versionTaken", { number: input.number });
  await registerObject(tx, actor, input.file);
  try {
    const { id } = await tx.documentVersion.create({
      data: {
        documentId: input.documentId,
        number: input.number,
        objectSha256: input.file.sha256,
        filename: input.file.filename,
        mimeType: input.file.mimeType,
        size: BigInt(input.file.size),
        note: input.note,
        authorId: actor.personId,
        onBehalfOfId: input.onBehalfOfId,
        createdAt: actor.at,
      },
      select: { id: true },
    });
    return id;
  } catch (error) {
    if (sqlState(error) === "23505")
      throw new DomainError("documents.versionTaken", { number: input.number }, undefined, { cause: error });
    throw error;
  }
}

/** The space of a programme, or of a body within it; made when first needed. */
export async function ensureSpace(
  tx: Tx,
  _actor: Actor,
  programmeId: string,
  organisationId: string | null,
): Promise<string> {
  const where = { programmeId, organisationId };
  await tx.documentSpace.createMany({ data: [where], skipDuplicates: true });
  return (await tx.documentSpace.findFirstOrThrow({ where, select: { id: true } })).id;
}

/**
 * Makes the deliverables that a body owes from now on: those of requests owed by all whose due moment is still to come.
 * Called when a body starts to take part.
 */
export async function oweOpenRequests(
  tx: Tx,
  actor: Actor,
  body: { programmeId: string; organisationId: string },
): Promise<number> {
  authorise(actor.kind === "system" || actor.has("COORDINATOR", { programme: body.programmeId }));
  const requests = await tx.deliverableRequest.findMany({
    where: { programmeId: body.programmeId, owedByAll: true, dueAt: { gt: actor.at } },
    select: { id: true, dueAt: true },
  });
  const { count } = await tx.deliverable.createMany({
    data: requests.map((request) => ({
      requestId: request.id,
      organisationId: body.organisationId,
      dueAt: request.dueAt,
      stateSince: actor.at,
    })),
    skipDuplicates: true,
  });
  return count;
}

/**
 * Copies requests and study materials of a programme into its new edition: templates and materials by reference to the
 * same bytes, due moments as planned; never submissions, reviews or bodies' documents.
 * `due` holds the new due moment of each request, `sessions` the copy of each session, by their old identifiers.
 */
export async function copyStructure(
  tx: Tx,
  actor: Actor,
  input: {
    from: string;
    to: string;
    due: ReadonlyMap<string, { dueAt: Date; cutOffAt: Date | null }>;
    sessions?: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const managed = actor.organisationsWith(["PROGRAMME_MANAGER"]);
  const target = await tx.programme.findUnique({ where: { id: input.to }, select: { promoterId: true } });
  authorise(actor.has("COORDINATOR", { programme: input.to }) || managed.includes(target?.promoterId ?? ""));
  const documents = await tx.document.findMany({
    where: {
      removedAt: null,
      kind: { in: ["STUDY_MATERIAL", "INFORMATION"] },
      space: { programmeId: input.from, organisationId: null },
    },
    select: {
      id: true,
      kind: true,
      title: true,
      note: true,
      lang: true,
      isPublic: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { objectSha256: true, filename: true, mimeType: true, size: true },
      },
    },
  });
  const requests = await tx.deliverableRequest.findMany({
    where: { programmeId: input.from },
    orderBy: { position: "asc" },
    include: { materials: { select: { documentId: true } } },
  });
  const spaceId = await ensureSpace(tx, actor, input.to, null);
  const copies = new Map<string, string>();
  for (const { id, versions, ...document } of documents) {
    const copy = await tx.document.create({
      data: {
        ...document,
        spaceId,
        createdById: actor.personId,
        createdAt: actor.at,
        versions: { create: versions.map((one) => ({ ...one, number: 1, createdAt: actor.at })) },
      },
      select: { id: true },
    });
    copies.set(id, copy.id);
  }
  await tx.deliverableRequest.createMany({
    data: requests.map((request) => ({
      programmeId: input.to,
      position: request.position,
      title: request.title,
      instructions: request.instructions,
      dueAt: input.due.get(request.id)?.dueAt ?? request.dueAt,
      cutOffAt: input.due.get(request.id)?.cutOffAt ?? null,
      templateDocumentId: request.templateDocumentId
        ? (copies.get(request.templateDocumentId) ?? null)
        : null,
      sessionId: request.sessionId ? (input.sessions?.get(request.sessionId) ?? null) : null,
      owedByAll: true,
      releaseByReferent: request.releaseByReferent,
    })),
  });
  await copyMaterials(tx, { to: input.to, requests, copies });
  await recordEvent(tx, actor, {
    kind: "documents.structureCopied",
    subject: { kind: "programme", id: input.to },
    programmeId: input.to,
    data: { from: input.from, requests: requests.length, documents: documents.length },
  });
}

/** What has to be read first, in the new edition: the copies of the same documents. Who reviews is named anew. */
async function copyMaterials(
  tx: Tx,
  input: {
    to: string;
    requests: readonly { position: number; materials: readonly { documentId: string }[] }[];
    copies: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const made = await tx.deliverableRequest.findMany({
    where: { programmeId: input.to },
    select: { id: true, position: true },
  });
  const byPosition = new Map(made.map((one) => [one.position, one.id]));
  await tx.requestMaterial.createMany({
    data: input.requests.flatMap(({ position, materials }) =>
      materials.flatMap(({ documentId }) => {
        const copy = input.copies.get(documentId);
        const requestId = byPosition.get(position);
        return copy && requestId ? [{ requestId, documentId: copy }] : [];
      }),
    ),
    skipDuplicates: true,
  });
}
