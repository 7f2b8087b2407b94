import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";
import { checkName } from "@/lib/platform/storage/content-kind";
import { cleanFileName } from "@/lib/platform/storage/file-name";
import { fileTooLarge } from "@/lib/platform/storage/staging";
import { mostUploads, patience } from "@/lib/platform/uploads/limits";
import { removeParts, type WrittenPart } from "@/lib/platform/uploads/parts";
import { uploadVisibleTo } from "@/lib/platform/uploads/policy";
import { getUpload, type OwnUpload } from "@/lib/platform/uploads/queries";
import type { BeginUpload, RemoveUpload } from "@/lib/platform/uploads/schema";
import { type AnyUploadTarget, readForm } from "@/lib/platform/uploads/target";

/**
 * Announces a file that will come in parts. Everything that can be known without its bytes is checked now. The same file
 * chosen again goes on where it was, with what the form says now.
 * @throws ZodError for what was typed
 * @throws DomainError "portal.fileEmpty", "portal.fileTooLarge", "portal.fileKindForbidden", "portal.tooManyUploads"
 */
export async function beginUpload(
  actor: Actor,
  input: BeginUpload,
  target: AnyUploadTarget,
): Promise<{ id: string }> {
  const { personId } = actor;
  if (personId === null) throw new ForbiddenError("upload");
  await target.check(actor, input.place);
  if (input.size === 0) throw new DomainError("portal.fileEmpty");
  if (input.size > env().UPLOAD_MAX_BYTES) throw fileTooLarge(env().UPLOAD_MAX_BYTES);
  const filename = cleanFileName(input.filename);
  checkName(filename);
  await target.checkRoom?.(actor, input.place, input.size);
  await readForm(target, input.place, input.fields);
  const { entry, fields, fingerprint } = input;
  const size = BigInt(input.size);
  const begun = { personId, entry, filename, size };
  const expiresAt = new Date(actor.at.getTime() + patience);
  return inTransaction(async (tx) => {
    // One after the other, so that two at once are not each counted before the other, nor both taken for the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('upload'), hashtext(${personId}))`;
    const onTheWay = { state: "ARRIVING", expiresAt: { gt: actor.at } } as const;
    const same = fingerprint
      ? await tx.upload.findFirst({
          where: { ...begun, ...onTheWay, fingerprint, target: { equals: input.place } },
          select: { id: true },
        })
      : null;
    if (same)
      return tx.upload.update({ where: { id: same.id }, data: { fields, expiresAt }, select: { id: true } });
    if ((await tx.upload.count({ where: { personId, ...onTheWay } })) >= mostUploads)
      throw new DomainError("portal.tooManyUploads", { max: mostUploads });
    return tx.upload.create({
      data: {
        ...begun,
        target: input.place,
        fields,
        fingerprint: fingerprint ?? null,
        createdAt: actor.at,
        expiresAt,
      },
      select: { id: true },
    });
  });
}

/**
 * Lets a part count that was written whole: of two for one place one does. With the last, the worker is told.
 * @returns the bytes that are there now, or null when the part counts for nothing
 */
export async function keepPart(
  actor: Actor,
  part: WrittenPart & { uploadId: string; position: number },
): Promise<number | null> {
  const { uploadId, position, file, size, sha256 } = part;
  return inTransaction(async (tx) => {
    const mine = { AND: [{ id: uploadId }, uploadVisibleTo(actor)] };
    const upload = await tx.upload.findFirst({ where: mine, select: { size: true } });
    if (!upload) throw new NotFoundError("upload");
    const received = BigInt(position + size);
    if (received > upload.size) return null;
    const isLast = received === upload.size;
    const { count } = await tx.upload.updateMany({
      where: { AND: [mine, { state: "ARRIVING", received: position, expiresAt: { gt: actor.at } }] },
      data: {
        received,
        state: isLast ? "ARRIVED" : "ARRIVING",
        expiresAt: new Date(actor.at.getTime() + patience),
      },
    });
    if (count === 0) return null;
    await tx.uploadPart.create({
      data: { uploadId, position, size, sha256, file },
      select: { uploadId: true },
    });
    if (isLast) await enqueue(tx, "receive-upload", { uploadId }, { key: `receive-upload:${uploadId}` });
    return Number(received);
  });
}

/**
 * Takes back one's own upload with what came of it, or strikes one that was refused off the list.
 * @throws DomainError "portal.uploadBeingChecked" once it is whole: what was made of it is removed where it is
 */
export async function removeUpload(
  actor: Actor,
  { id }: RemoveUpload,
): Promise<Pick<OwnUpload, "entry" | "target">> {
  const { entry, target } = await getUpload(actor, id);
  const { count } = await inTransaction((tx) =>
    tx.upload.deleteMany({ where: { AND: [{ id }, uploadVisibleTo(actor), { state: { not: "ARRIVED" } }] } }),
  );
  if (count === 0) throw new DomainError("portal.uploadBeingChecked");
  await removeParts(id);
  return { entry, target };
}
