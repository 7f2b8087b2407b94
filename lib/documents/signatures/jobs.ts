import "server-only";
import type { Readable } from "node:stream";
import { givenOut } from "@/lib/documents/scan/given";
import { foundSchema } from "@/lib/documents/signatures/found";
import { bearsSignatures, envelope, maxSignedBytes } from "@/lib/documents/signatures/kinds";
import { attempts, jobKey } from "@/lib/documents/signatures/reader";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise } from "@/lib/platform/errors";
import { readApart } from "@/lib/platform/extraction/apart";
import { enqueueEach } from "@/lib/platform/jobs/queue";
import { log } from "@/lib/platform/log";
import { openObject } from "@/lib/platform/storage/storage";

const script = "lib/documents/signatures/child.ts";
const batch = 500;

type Signatures = Extract<ReturnType<typeof foundSchema.parse>, { signatures: unknown }>["signatures"];

/**
 * Reads who signed some bytes and keeps it, or that it cannot be read. Nothing is asked of a certification authority.
 * Bytes that are not given out are not read; a store that is away is asked again by the queue.
 */
export async function readSignaturesOf(actor: Actor, { sha256 }: { sha256: string }): Promise<void> {
  authorise(actor.kind === "system");
  const waiting = { sha256, signing: "WAITING", scan: givenOut.object.scan } as const;
  const object = await db.storedObject.findFirst({
    where: waiting,
    select: { size: true, versions: { distinct: ["mimeType"], select: { mimeType: true } } },
  });
  if (!object) return;
  const mimeType = object.versions.map((one) => one.mimeType).find(bearsSignatures);
  const signatures = mimeType ? await read(sha256, mimeType, Number(object.size)) : [];
  await inTransaction(async (tx) => {
    const { count } = await tx.storedObject.updateMany({
      where: waiting,
      data: { signing: signatures ? "READ" : "UNREADABLE" },
    });
    // Read twice at once: the first one counts.
    if (count === 0 || !signatures) return;
    await tx.objectSignature.createMany({
      data: signatures.map((signature, index) => ({ ...signature, sha256, position: index + 1 })),
    });
  });
}

async function read(sha256: string, mimeType: string, size: number): Promise<Signatures | null> {
  // Hardly a PDF is signed, and most are told by their bytes without a process of their own.
  if (mimeType !== envelope && !(await mentionsRange((await openObject(sha256)).stream))) return [];
  if (size > maxSignedBytes) return null;
  const { TEXT_SECONDS: seconds, TEXT_MEMORY_MB: megabytes } = env();
  const { stream } = await openObject(sha256);
  const outcome = await readApart(stream, { script, kind: mimeType }, { seconds, megabytes });
  const found = "answer" in outcome ? foundSchema.parse(outcome.answer) : { unreadable: outcome.failure };
  if ("signatures" in found) return found.signatures;
  log.warn({ sha256, reason: found.unreadable }, "signatures that cannot be read");
  return null;
}

const marker = Buffer.from("/ByteRange");

/** Whether a PDF holds what every signature in it begins with. */
async function mentionsRange(source: Readable): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const chunk of source) {
    const bytes = Buffer.concat([end, chunk as Buffer]);
    if (bytes.includes(marker)) return true;
    end = bytes.subarray(-marker.length);
  }
  return false;
}

/**
 * Puts into the queue what waits without a job: files from before signatures were read, and what a restore brought.
 * @returns how many
 */
export async function catchUpSignatures(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let after = "";
  for (let queued = 0; ; ) {
    const found = await inTransaction(async (tx) => {
      const rows = await tx.$queryRaw<{ sha256: string }[]>`
        select o.sha256 from stored_object o
        where o.signing = 'WAITING' and o.scan in ('NONE', 'CLEAN') and o.sha256 > ${after}
          and not exists (select from graphile_worker.jobs j where j.key = 'read-signatures:' || o.sha256)
        order by o.sha256 limit ${batch}`;
      await enqueueEach(
        tx,
        "read-signatures",
        rows.map(({ sha256 }) => ({ payload: { sha256 }, key: jobKey(sha256) })),
        { attempts, priority: 10 },
      );
      return rows;
    });
    queued += found.length;
    after = found.at(-1)?.sha256 ?? after;
    if (found.length < batch) return queued;
  }
}
