import { ensureSpace } from "@/lib/documents/commands";
import { copyFolders } from "@/lib/documents/folders/commands";
import { commonSpace } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/**
 * Copies requests, folders and study materials of a programme into its new edition: templates and materials by reference to the
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
      space: commonSpace(input.from),
    },
    select: {
      id: true,
      kind: true,
      title: true,
      note: true,
      lang: true,
      isPublic: true,
      folderId: true,
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
  const spaceId = await ensureSpace(tx, actor, commonSpace(input.to));
  // Whatever fits into a space fits into that of its next edition.
  const space = await tx.documentSpace.findFirst({
    where: commonSpace(input.from),
    select: { quotaBytes: true },
  });
  if (space)
    await tx.documentSpace.updateMany({
      where: { id: spaceId, quotaBytes: { lt: space.quotaBytes } },
      data: { quotaBytes: space.quotaBytes },
    });
  const folders = await copyFolders(tx, actor, {
    fromProgrammeId: input.from,
    toSpaceId: spaceId,
  });
  const copies = new Map<string, string>();
  for (const { id, versions, folderId, ...document } of documents) {
    const copy = await tx.document.create({
      data: {
        ...document,
        spaceId,
        folderId: folderId && (folders.get(folderId) ?? null),
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
