import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { uploadTargets } from "@/app/api/upload/registry";
import { findPersonActor } from "@/lib/people/queries";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { receiveUpload } from "@/lib/platform/uploads/jobs";
import { beginUpload, keepPart } from "@/lib/platform/uploads/mutations";
import { writePart } from "@/lib/platform/uploads/parts";
import type { BeginUpload } from "@/lib/platform/uploads/schema";
import { moment } from "@/tests/support/factories";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Text that differs each time, so that no two uploads are one object. */
export const someText = (size: number): Buffer => Buffer.from(randomBytes(size / 2).toString("hex"));

/** A new document of the common space, announced by its programme's slug. */
export function announced(programme: string, over: Partial<BeginUpload> = {}): BeginUpload {
  return {
    entry: "documents.add",
    place: { programme },
    fields: { kind: "STUDY_MATERIAL", title: "Un documento a parti", note: "" },
    filename: "grande.txt",
    size: 30,
    ...over,
  };
}

/** Begins an upload as somebody; returns its identifier. */
export async function begin(actor: Actor, input: BeginUpload): Promise<string> {
  const target = uploadTargets[input.entry as keyof typeof uploadTargets];
  return (await beginUpload(actor, input, target)).id;
}

/** Writes a part and lets it count, as the route does. */
export async function put(
  actor: Actor,
  uploadId: string,
  bytes: Uint8Array,
  position = 0,
): Promise<number | null> {
  const part = await writePart(uploadId, Readable.from([bytes]));
  return keepPart(actor, { ...part, uploadId, position });
}

/** A whole file on its way to the worker. */
export async function arrived(actor: Actor, input: BeginUpload, bytes: Uint8Array): Promise<string> {
  const id = await begin(actor, { ...input, size: bytes.length });
  const half = Math.ceil(bytes.length / 2);
  await put(actor, id, bytes.subarray(0, half));
  await put(actor, id, bytes.subarray(half), half);
  return id;
}

/** What the worker does with it. */
export function receive(uploadId: string, at: Date = moment): Promise<void> {
  return receiveUpload(
    systemActor("receive-upload", at),
    { uploadId },
    { targets: uploadTargets, personAt: findPersonActor },
  );
}

export const uploadRow = (id: string) => db.upload.findUniqueOrThrow({ where: { id } });

/** Files that lie there of an upload. */
export function partFiles(uploadId: string): string[] {
  const folder = join(env().dataDir, "uploads", uploadId);
  return existsSync(folder) ? readdirSync(folder) : [];
}
