import type { SpaceOf } from "@/lib/documents/policy";
import { assertRoom } from "@/lib/documents/room";
import { queueSignatures } from "@/lib/documents/signatures/commands";
import { type SpaceWords, spaceNamed } from "@/lib/documents/space-words";
import { queueText } from "@/lib/documents/text/commands";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs/queue";

/** Bytes that are stored already: what the upload route hands over. */
export type StoredFile = {
  sha256: string;
  size: number;
  filename: string;
  mimeType: string;
  /** when it came in parts */
  uploadId?: string;
};

/** Registers bytes that the storage holds; the same bytes are one object. */
export async function registerObject(
  tx: Tx,
  _actor: Actor,
  file: Pick<StoredFile, "sha256" | "size">,
): Promise<void> {
  await createObject(tx, file, "NONE");
}

/** The same for bytes that somebody put in: where there is a scanner, they wait for it. */
export async function registerUpload(
  tx: Tx,
  _actor: Actor,
  file: Pick<StoredFile, "sha256" | "size">,
): Promise<void> {
  const isScanned = env().CLAMD_ADDRESS !== undefined;
  const isNew = await createObject(tx, file, isScanned ? "WAITING" : "NONE");
  if (isNew && isScanned) {
    const { sha256 } = file;
    await enqueue(tx, "scan-object", { sha256 }, { key: `scan-object:${sha256}`, attempts: 25 });
  }
}

async function createObject(
  tx: Tx,
  { sha256, size }: Pick<StoredFile, "sha256" | "size">,
  scan: "NONE" | "WAITING",
): Promise<boolean> {
  const { count } = await tx.storedObject.createMany({
    data: [{ sha256, size: BigInt(size), scan }],
    skipDuplicates: true,
  });
  return count > 0;
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
  await holdRoom(tx, actor, input);
  await registerUpload(tx, actor, input.file);
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
        uploadId: input.file.uploadId ?? null,
      },
      select: { id: true },
    });
    await queueText(tx, actor, input.file.sha256);
    const { sha256, mimeType } = input.file;
    await queueSignatures(tx, actor, { sha256, mimeTypes: [mimeType] });
    return id;
  } catch (error) {
    if (sqlState(error) === "23505")
      throw new DomainError("documents.versionTaken", { number: input.number }, undefined, { cause: error });
    throw error;
  }
}

/** Nobody else adds to the space until the transaction ends, so that two at once cannot have the same room. */
async function holdRoom(
  tx: Tx,
  _actor: Actor,
  { documentId, file }: { documentId: string; file: StoredFile },
): Promise<void> {
  const [space] = await tx.$queryRaw<{ quota: bigint; used: bigint }[]>`
    select s.quota_bytes as quota, s.used_bytes as used
    from document_space s join document d on d.space_id = s.id
    where d.id = ${documentId}::uuid for update of s`;
  if (space) assertRoom({ quotaBytes: space.quota, usedBytes: space.used }, file.size);
}

/**
 * The space that a form names in a programme, whether it has been made or not.
 * @throws NotFoundError for a table of another programme
 */
export async function findSpaceOf(
  tx: Tx,
  _actor: Actor,
  programmeId: string,
  words: SpaceWords,
): Promise<SpaceOf> {
  const space = spaceNamed(programmeId, words);
  if (space.tableId !== null)
    found(
      await tx.workingTable.findFirst({ where: { id: space.tableId, programmeId }, select: { id: true } }),
      "table",
    );
  return space;
}

/** The space of a programme, of a body within it or of one of its tables; made when first needed. */
export async function ensureSpace(
  tx: Tx,
  _actor: Actor,
  { programmeId, organisationId, tableId }: SpaceOf,
): Promise<string> {
  const where = { programmeId, organisationId, tableId };
  const quotaBytes = BigInt(env().SPACE_QUOTA_BYTES);
  await tx.documentSpace.createMany({ data: [{ ...where, quotaBytes }], skipDuplicates: true });
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
 * Gives a space another quota: the operator of the portal, who knows the disk.
 * @throws DomainError documents.quotaBelowUse when its files weigh more already
 */
export async function setSpaceQuota(
  tx: Tx,
  actor: Actor,
  input: { programme: string; body: string | null; bytes: number },
): Promise<{ usedBytes: bigint }> {
  authorise(actor.kind === "system");
  const programme = found(
    await tx.programme.findUnique({ where: { slug: input.programme }, select: { id: true } }),
    "programme",
  );
  const organisation = input.body
    ? found(await tx.organisation.findUnique({ where: { slug: input.body }, select: { id: true } }), "body")
    : null;
  const id = await ensureSpace(tx, actor, {
    programmeId: programme.id,
    organisationId: organisation?.id ?? null,
    tableId: null,
  });
  const { count } = await tx.documentSpace.updateMany({
    where: { id, usedBytes: { lte: input.bytes } },
    data: { quotaBytes: input.bytes },
  });
  if (count === 0) throw new DomainError("documents.quotaBelowUse");
  await recordEvent(tx, actor, {
    kind: "documents.quotaChanged",
    subject: { kind: "documentSpace", id },
    programmeId: programme.id,
    organisationId: organisation?.id ?? null,
    data: { bytes: input.bytes },
  });
  return tx.documentSpace.findUniqueOrThrow({ where: { id }, select: { usedBytes: true } });
}
