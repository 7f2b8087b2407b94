import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import { diskDriver } from "@/lib/platform/storage/disk";
import type { ByteRange, LinkedAs, StorageDriver, StoredEntry } from "@/lib/platform/storage/driver";
import { stage, sweepStaged } from "@/lib/platform/storage/staging";
import { storageFault } from "@/lib/platform/storage/storage-fault";

/** Bytes that were stored: their name is their hash. */
export type StoredBytes = { sha256: string; size: number; head: Uint8Array };

/** Bytes that are complete but not yet stored: one of `keep` and `discard` has to follow. */
export type StagedBytes = StoredBytes & { keep(): Promise<void>; discard(): Promise<void> };

/** Where bytes are received before they are stored. */
export const temporaryDirectory = () => join(/* turbopackIgnore: true */ env().dataDir, "temporary");

let chosen: Promise<StorageDriver> | undefined;

/** The store that the settings name, for whoever copies it whole. */
export function driver(): Promise<StorageDriver> {
  chosen ??= chooseDriver();
  return chosen;
}

async function chooseDriver(): Promise<StorageDriver> {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENDPOINT, dataDir } = env();
  const { redirectsDownloads, S3_PUBLIC_ENDPOINT } = env();
  if (!S3_BUCKET) return diskDriver(join(/* turbopackIgnore: true */ dataDir, "objects"));
  // Half a second and many files that a portal on its own disk never needs.
  const { s3Driver } = await import("@/lib/platform/storage/s3");
  return s3Driver({
    bucket: S3_BUCKET,
    region: S3_REGION ?? "",
    accessKeyId: S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? "",
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    ...(redirectsDownloads ? { redirect: S3_PUBLIC_ENDPOINT ? { endpoint: S3_PUBLIC_ENDPOINT } : {} } : {}),
  });
}

/**
 * Receives bytes completely without storing them, for a caller who still has to look at them.
 * @throws DomainError "portal.fileTooLarge" with `max` in megabytes, "portal.fileEmpty"
 */
export async function stageObject(
  source: Readable | Uint8Array,
  limits: { maxBytes?: number } = {},
): Promise<StagedBytes> {
  const { path, ...bytes } = await stage(temporaryDirectory(), source, limits);
  const discard = () => rm(path, { force: true });
  return {
    ...bytes,
    discard,
    async keep() {
      try {
        await (await driver()).keep(path, bytes.sha256);
      } catch (error) {
        await discard().catch(() => undefined);
        throw storageFault(error);
      }
    },
  };
}

/**
 * Stores bytes under their hash, one chunk in memory at a time; a broken or refused source leaves nothing.
 * @throws DomainError "portal.fileTooLarge" with `max` in megabytes, "portal.fileEmpty"
 */
export async function putObject(
  source: Readable | Uint8Array,
  limits: { maxBytes?: number } = {},
): Promise<StoredBytes> {
  const { keep, discard: _unused, ...bytes } = await stageObject(source, limits);
  await keep();
  return bytes;
}

/** The bytes of an object, or a part of them; `size` is that of the whole. Throws NotFoundError. */
export async function openObject(
  sha256: string,
  range?: ByteRange,
): Promise<{ stream: Readable; size: number }> {
  const opened = await (await driver()).open(checked(sha256), range);
  if (!opened) throw new NotFoundError("object");
  return opened;
}

/** Where a browser fetches an object itself, for a minute; null where the portal sends the bytes. The right was checked. */
export async function linkToObject(sha256: string, as: LinkedAs): Promise<string | null> {
  return (await (await driver()).link?.(checked(sha256), as)) ?? null;
}

/** Whether the bytes are there. */
export async function hasObject(sha256: string): Promise<boolean> {
  return (await driver()).has(checked(sha256));
}

/** Removes an object; nothing happens when there is none. */
export async function removeObject(sha256: string): Promise<void> {
  await (await driver()).remove(checked(sha256));
}

/** Every object with the date it was last stored, for the sweep. */
export async function* listObjects(): AsyncGenerator<StoredEntry> {
  yield* (await driver()).list();
}

/** Removes what killed processes left half written before an instant; returns how many files. */
export function sweepTemporary(olderThan: Date): Promise<number> {
  return sweepStaged(temporaryDirectory(), olderThan);
}

// A hash becomes part of a path.
function checked(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new NotFoundError("object");
  return sha256;
}
