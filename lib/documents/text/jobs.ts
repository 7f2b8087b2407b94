import "server-only";
import { givenOut } from "@/lib/documents/scan/given";
import { keepText } from "@/lib/documents/text/commands";
import { attempts, jobKey, readerVersion } from "@/lib/documents/text/reader";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise, sqlState } from "@/lib/platform/errors";
import { extractText } from "@/lib/platform/extraction/extract";
import { textFormatOf } from "@/lib/platform/extraction/formats";
import type { Extracted, Failure } from "@/lib/platform/extraction/outcome";
import { enqueueEach } from "@/lib/platform/jobs/queue";
import { log } from "@/lib/platform/log";
import { openObject } from "@/lib/platform/storage/storage";

/** Kinds that bytes can have by the names of the versions that point to them; of more, the first are tried. */
const mostKinds = 50;
const batch = 500;

type Outcome = Extracted | { unsupported: "kind" | "tooLarge" };

/**
 * Reads the text of bytes that are a version, and keeps it or why there is none. Bytes that are not given out are never
 * read. A file that cannot be read is an outcome; a store that is away is asked again by the queue.
 */
export async function readTextOf(actor: Actor, { sha256 }: { sha256: string }): Promise<void> {
  authorise(actor.kind === "system");
  const waiting = await db.fileText.findFirst({
    where: { sha256, state: "WAITING", ...givenOut },
    select: { object: { select: { size: true } } },
  });
  if (!waiting) return;
  const kinds = await db.documentVersion.findMany({
    where: { objectSha256: sha256 },
    distinct: ["mimeType"],
    take: mostKinds,
    select: { mimeType: true },
  });
  const outcome = await read(
    sha256,
    Number(waiting.object.size),
    kinds.map(({ mimeType }) => mimeType),
  );
  if ("failure" in outcome) log.warn({ sha256, reason: outcome.failure }, "no text of a file");
  await keep(actor, sha256, outcome);
}

async function read(sha256: string, size: number, mimeTypes: readonly string[]): Promise<Outcome> {
  const { TEXT_MAX_BYTES, TEXT_SECONDS, TEXT_MEMORY_MB } = env();
  const format = mimeTypes.map(textFormatOf).find((one) => one !== null);
  if (!format) return { unsupported: "kind" };
  if (size > TEXT_MAX_BYTES) return { unsupported: "tooLarge" };
  const { stream } = await openObject(sha256);
  return extractText(stream, format, { seconds: TEXT_SECONDS, megabytes: TEXT_MEMORY_MB });
}

async function keep(actor: Actor, sha256: string, outcome: Outcome): Promise<void> {
  if ("unsupported" in outcome) return keepReason(actor, sha256, "UNSUPPORTED", outcome.unsupported);
  if ("failure" in outcome) return keepReason(actor, sha256, "FAILED", outcome.failure);
  const { text, isCut } = outcome;
  // A vector of words holds a megabyte: of a text with hardly a word twice, the beginning is found by its words.
  for (let searched = text.length; ; searched = Math.floor(searched / 2)) {
    try {
      return await inTransaction((tx) => keepText(tx, actor, { sha256, text, isCut, searched }));
    } catch (error) {
      if (sqlState(error) !== "54000" || searched < 1_000) throw error;
    }
  }
}

async function keepReason(
  actor: Actor,
  sha256: string,
  state: "UNSUPPORTED" | "FAILED",
  reason: Failure | "kind" | "tooLarge",
): Promise<void> {
  await inTransaction((tx) =>
    tx.fileText.updateMany({
      where: { sha256, state: "WAITING" },
      data: { state, reason, isCut: false, length: 0, reader: readerVersion, readAt: actor.at },
    }),
  );
}

/**
 * Puts into the queue what has no text yet: files from before texts were read, those that an older reader read, and what
 * waits without a job, as after a restore. They come after what is uploaded now.
 * @returns how many
 */
export async function catchUpTexts(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let queued = 0;
  for (const find of [findUnread, findOutdated, findForgotten]) {
    for (;;) {
      const count = await inTransaction(async (tx) => {
        const found = await find(tx);
        await enqueueEach(
          tx,
          "read-text",
          found.map(({ sha256 }) => ({ payload: { sha256 }, key: jobKey(sha256) })),
          { attempts, priority: 10 },
        );
        return found.length;
      });
      queued += count;
      if (count < batch) break;
    }
  }
  return queued;
}

type Found = { sha256: string }[];

const findUnread = (tx: Tx): Promise<Found> => tx.$queryRaw<Found>`
  insert into file_text (sha256)
  select o.sha256 from stored_object o
  where o.scan in ('NONE', 'CLEAN')
    and exists (select from document_version v where v.object_sha256 = o.sha256)
    and not exists (select from file_text t where t.sha256 = o.sha256)
  limit ${batch}
  on conflict do nothing returning sha256`;

// Its old text goes only when the new one comes: until then it is found by it no more, and read again soon.
const findOutdated = (tx: Tx): Promise<Found> => tx.$queryRaw<Found>`
  update file_text set state = 'WAITING', reason = null, search = null
  where sha256 in (
    select sha256 from file_text where reader < ${readerVersion} and state <> 'WAITING' limit ${batch})
  returning sha256`;

const findForgotten = (tx: Tx): Promise<Found> => tx.$queryRaw<Found>`
  select t.sha256 from file_text t
  where t.state = 'WAITING'
    and not exists (select from graphile_worker.jobs j where j.key = 'read-text:' || t.sha256)
  limit ${batch}`;
