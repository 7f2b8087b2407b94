import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import {
  authorise,
  DomainError,
  type ErrorParams,
  ForbiddenError,
  NotFoundError,
  passingRefusal,
} from "@/lib/platform/errors";
import type { FormValues } from "@/lib/platform/form-data";
import type { Href } from "@/lib/platform/i18n/navigation";
import { checkContent } from "@/lib/platform/storage/content-kind";
import { stageObject } from "@/lib/platform/storage/storage";
import { uploadTransitions } from "@/lib/platform/uploads/lifecycle";
import { longestWait } from "@/lib/platform/uploads/limits";
import { listFolders, readParts, removeParts, type WrittenPart } from "@/lib/platform/uploads/parts";
import { type AnyUploadTarget, readForm, type UploadTargets } from "@/lib/platform/uploads/target";

export type Receiving = {
  targets: UploadTargets;
  /** who a person is at the actor's moment, with the rights that they have then; null = may do nothing any more */
  personAt: (actor: Actor, personId: string) => Promise<Actor | null>;
};

const needed = {
  id: true,
  personId: true,
  entry: true,
  target: true,
  fields: true,
  filename: true,
  size: true,
  state: true,
  parts: { orderBy: { position: "asc" }, select: { file: true, size: true, sha256: true } },
} as const;

type Arrived = {
  id: string;
  personId: string;
  target: unknown;
  fields: unknown;
  filename: string;
  size: bigint;
  parts: WrittenPart[];
};

/**
 * Puts a file together that came in parts, and hands it to what it is meant for, as its person with the rights of this
 * moment. May be killed anywhere and run again: what was made is found by the upload. A refusal that passes by itself
 * (no room, the store away) leaves the upload for the next attempt.
 */
export async function receiveUpload(
  actor: Actor,
  { uploadId }: { uploadId: string },
  { targets, personAt }: Receiving,
): Promise<void> {
  authorise(actor.kind === "system");
  const upload = await db.upload.findUnique({ where: { id: uploadId }, select: needed });
  if (upload?.state === "ARRIVED") {
    const target = targets[upload.entry];
    if (!target) throw new Error(`no upload is called ${upload.entry}`);
    try {
      const made = await target.kept(actor, uploadId);
      await markReceived(uploadId, made ?? (await hand(actor, upload, { target, personAt })));
    } catch (error) {
      const made = isRefusal(error) ? await target.kept(actor, uploadId) : null;
      if (made) await markReceived(uploadId, made);
      else await markRefused(uploadId, error);
    }
  }
  await removeParts(uploadId);
}

async function hand(
  actor: Actor,
  upload: Arrived,
  { target, personAt }: { target: AnyUploadTarget; personAt: Receiving["personAt"] },
): Promise<Href> {
  const person = await personAt(actor, upload.personId);
  if (!person) throw new ForbiddenError("person");
  const place = upload.target as FormValues;
  // Before a gigabyte is read for nothing.
  await target.check(person, target.target.parse(place));
  const input = await readForm(target, place, upload.fields as FormValues);
  const staged = await stageObject(readParts(upload.id, upload.parts));
  let mimeType: string;
  try {
    if (BigInt(staged.size) !== upload.size) throw new DomainError("portal.uploadLost");
    ({ mimeType } = await checkContent(staged.head, upload.filename));
    await staged.keep();
  } catch (error) {
    await staged.discard();
    throw error;
  }
  const { sha256, size } = staged;
  return target.keep(person, input, {
    sha256,
    size,
    mimeType,
    filename: upload.filename,
    uploadId: upload.id,
  });
}

/** What a person is told; anything else is a fault of ours, and tried again. */
function isRefusal(error: unknown): boolean {
  if (error instanceof DomainError) return passingRefusal(error) === null;
  return error instanceof ForbiddenError || error instanceof NotFoundError || error instanceof z.ZodError;
}

async function markReceived(id: string, ledTo: Href): Promise<void> {
  await db.upload.updateMany({
    where: { id, state: "ARRIVED" },
    data: { state: uploadTransitions.ARRIVED.receive, ledTo: ledTo as object },
  });
}

async function markRefused(id: string, error: unknown): Promise<void> {
  if (!isRefusal(error)) throw error;
  const { code, params, field } = asDomainError(error);
  await db.upload.updateMany({
    where: { id, state: "ARRIVED" },
    data: {
      state: uploadTransitions.ARRIVED.refuse,
      refusalCode: code,
      refusalParams: params as Record<string, string | number>,
      refusalField: field ?? null,
    },
  });
}

function asDomainError(error: unknown): Pick<DomainError, "code" | "params" | "field"> {
  if (error instanceof DomainError) return error;
  const params: ErrorParams = {};
  if (error instanceof NotFoundError) return { code: "notFound", params };
  // What was typed has been checked when the upload began: it is asked again only after a new release.
  return { code: error instanceof ForbiddenError ? "forbidden" : "badRequest", params };
}

/**
 * Removes uploads that nobody went on with, those that ended a day ago, and parts without an upload.
 * @returns how many uploads were removed
 */
export async function sweepUploads(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const { count } = await db.upload.deleteMany({
    where: {
      OR: [
        { state: { not: "ARRIVED" }, expiresAt: { lte: actor.at } },
        { state: "ARRIVED", expiresAt: { lte: new Date(actor.at.getTime() - longestWait) } },
      ],
    },
  });
  const folders = await listFolders();
  const kept = await db.upload.findMany({
    where: { id: { in: folders }, state: { in: ["ARRIVING", "ARRIVED"] } },
    select: { id: true },
  });
  const known = new Set(kept.map(({ id }) => id));
  for (const folder of folders) if (!known.has(folder)) await removeParts(folder);
  return count;
}
