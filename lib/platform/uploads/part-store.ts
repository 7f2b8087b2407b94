import "server-only";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { DataStore, ERRORS, type Locker, Upload } from "@tus/server";
import type { Actor } from "@/lib/platform/actor";
import { DomainError } from "@/lib/platform/errors";
import { keepPart, removeUpload } from "@/lib/platform/uploads/mutations";
import { removePart, type WrittenPart, writePart } from "@/lib/platform/uploads/parts";
import { getUpload, isPartKept } from "@/lib/platform/uploads/queries";

const gone = ERRORS.FILE_NO_LONGER_EXISTS;

/** The statuses of the protocol for what it has no name for in the library. */
const tooLarge = { status_code: 413, body: "part too large\n" };
const mismatch = { status_code: 460, body: "checksum mismatch\n" };
const empty = { status_code: 400, body: "no bytes\n" };

/**
 * Where the protocol's server puts bytes, for one request of one person.
 * @param digest what the part's SHA-256 has to be, in hexadecimal
 * @param watch is given the taking of a part: whoever stops reading a stream is told that it was cut, and the library
 * answers that at once, without the reason and before what came is removed
 */
export function partStore(actor: Actor, digest: string, watch: (taking: Promise<number>) => void): DataStore {
  return Object.assign(new DataStore(), {
    extensions: ["creation", "termination", "checksum"],
    // The row was made when the announcement was looked at.
    create: async (upload: Upload) => upload,
    async getUpload(id: string) {
      const { size, received, state, expiresAt } = await getUpload(actor, id);
      const isOver = state === "RECEIVED" || state === "REFUSED";
      if (isOver || (state === "ARRIVING" && expiresAt <= actor.at)) throw gone;
      return new Upload({ id, size, offset: received });
    },
    write(stream: Arriving["stream"], uploadId: string, position: number) {
      const taking = takePart(actor, digest, { stream, uploadId, position });
      watch(taking);
      return taking;
    },
    async remove(id: string) {
      await removeUpload(actor, { id });
    },
  });
}

type Arriving = { stream: Parameters<typeof writePart>[1]; uploadId: string; position: number };

async function takePart(
  actor: Actor,
  digest: string,
  { stream, uploadId, position }: Arriving,
): Promise<number> {
  const bytes = Readable.from(stream.iterator({ destroyOnReturn: false }), { objectMode: false });
  const part = await writePart(uploadId, bytes).catch(async (error: unknown) => {
    // A client that still sends would find its connection cut, and never read why.
    stream.resume();
    await finished(stream, { writable: false }).catch(() => undefined);
    throw statusOf(error);
  });
  const kept = part.sha256 === digest && (await keep(actor, { ...part, uploadId, position }));
  if (typeof kept === "number") return kept;
  await removePart(uploadId, part.file);
  throw kept === null ? ERRORS.INVALID_OFFSET : mismatch;
}

/** An answer of the protocol rather than a fault. */
export function isStatus(error: unknown): error is { status_code: number; body: string } {
  return typeof error === "object" && error !== null && "status_code" in error;
}

// Where the answer of the database was lost, the part may count all the same.
async function keep(
  actor: Actor,
  part: WrittenPart & { uploadId: string; position: number },
): Promise<number | null> {
  try {
    return await keepPart(actor, part);
  } catch (error) {
    const mayCount = await isPartKept(actor, part).catch(() => true);
    if (!mayCount) await removePart(part.uploadId, basename(part.file));
    throw error;
  }
}

function statusOf(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  if (error.code === "portal.fileTooLarge") return tooLarge;
  return error.code === "portal.fileEmpty" ? empty : error;
}

/** Two requests for one upload need no lock: the row decides which of them counts, whatever process they meet. */
export const noLock: Locker = {
  newLock: () => ({ lock: async () => undefined, unlock: async () => undefined }),
};
