import { buffer } from "node:stream/consumers";
import { addDraft, submitDeliverable } from "@/lib/documents/deliverables/mutations";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { keepText } from "@/lib/documents/text/commands";
import { readTextOf } from "@/lib/documents/text/jobs";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { textFormatOf } from "@/lib/platform/extraction/formats";
import { readText } from "@/lib/platform/extraction/read-text";
import { openObject, putObject } from "@/lib/platform/storage/storage";
import { reload, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

/** Stores bytes as a file of this name and kind. */
export async function stored(bytes: Uint8Array, filename = "nota.txt", mimeType = "text/plain") {
  const { sha256, size } = await putObject(bytes);
  return { sha256, size, filename, mimeType };
}

/** What the worker does with the text of some bytes. */
export const readBy = (sha256: string): Promise<void> =>
  readTextOf(systemActor("read-text", moment), { sha256 });

/** Reads whatever waits for it, in this process: these are our own files, and there are many. */
export async function readAll(): Promise<void> {
  const actor = systemActor("read-text", moment);
  const waiting = await db.fileText.findMany({
    where: { state: "WAITING" },
    select: { sha256: true, object: { select: { versions: { take: 1, select: { mimeType: true } } } } },
  });
  for (const { sha256, object } of waiting) {
    const format = textFormatOf(object.versions[0]?.mimeType ?? "");
    const bytes = await buffer((await openObject(sha256)).stream);
    const read = format ? await readText(new Uint8Array(bytes), format) : null;
    if (read && "text" in read)
      await inTransaction((tx) => keepText(tx, actor, { sha256, ...read, searched: read.text.length }));
    else {
      const data = { state: "FAILED", reason: read?.failure ?? "kind" } as const;
      await db.fileText.update({ where: { sha256 }, data });
    }
  }
}

/** A material of the common space with a file of this text. */
export async function aTextDocument(group: WorkingGroup, text: string, title = "Una nota"): Promise<string> {
  const { id } = await addDocument(
    group.coordinator,
    { programme: group.programme.slug, kind: "STUDY_MATERIAL", title, note: "" },
    await stored(Buffer.from(text)),
  );
  await readAll();
  return id;
}

/** One version more of it. */
export async function aTextVersion(group: WorkingGroup, document: string, number: number, text: string) {
  await addVersion(group.coordinator, { document, number, note: "" }, await stored(Buffer.from(text)));
  await readAll();
}

/** A draft of a deliverable with this text, sent where asked. @returns the version's identifier */
export async function aTextDraft(
  id: string,
  by: Actor,
  text: string,
  { isSent = false }: { isSent?: boolean } = {},
): Promise<string> {
  const before = await reload({ id });
  const number = (before.document?.versions[0]?.number ?? 0) + 1;
  await addDraft(by, { deliverable: id, number, note: "" }, await stored(Buffer.from(text)));
  await readAll();
  const { version, document } = await reload({ id });
  const versionId = document?.versions[0]?.id ?? "";
  if (isSent) await submitDeliverable(by, { id, version, versionId });
  return versionId;
}
