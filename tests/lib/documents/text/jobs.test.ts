import { beforeEach, describe, expect, test } from "vitest";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { scanObject } from "@/lib/documents/scan/jobs";
import { catchUpTexts } from "@/lib/documents/text/jobs";
import { readerVersion } from "@/lib/documents/text/reader";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { putObject, removeObject } from "@/lib/platform/storage/storage";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { wordFile } from "@/tests/support/office-files";
import { startScanner, threatText } from "@/tests/support/scanner";
import { readBy, stored } from "@/tests/support/text-factories";
import { someText } from "@/tests/support/upload-factories";

let group: WorkingGroup;
const system = systemActor("catch-up-texts", moment);

beforeEach(async () => {
  env().CLAMD_ADDRESS = undefined;
  group = await aWorkingGroup();
});

const fileText = (sha256: string) => db.fileText.findUnique({ where: { sha256 } });
const jobsOf = async (sha256: string) =>
  (
    await db.$queryRaw<{ priority: number }[]>`
      select priority from graphile_worker.jobs where key = ${`read-text:${sha256}`}`
  ).map(({ priority }) => priority);

async function added(bytes: Uint8Array, filename?: string, mimeType?: string) {
  const file = await stored(bytes, filename, mimeType);
  const input = { programme: group.programme.slug, kind: "INFORMATION", title: "Uno", note: "" } as const;
  const { id } = await addDocument(group.expert, input, file);
  return { id, ...file };
}

describe("the text of a new version", () => {
  test("waits in the queue, is read by the worker and kept in passages, with its words", async () => {
    const text = `Perché le comunità crescono. ${"Una frase qualunque. ".repeat(600)}`;
    const { sha256 } = await added(Buffer.from(text));
    expect(await fileText(sha256)).toMatchObject({ state: "WAITING", readAt: null });
    expect(await jobsOf(sha256)).toEqual([0]);
    await readBy(sha256);
    expect(await fileText(sha256)).toMatchObject({
      state: "DONE",
      reason: null,
      isCut: false,
      length: text.length,
      reader: readerVersion,
      readAt: moment,
    });
    const passages = await db.filePassage.findMany({ where: { sha256 }, orderBy: { number: "asc" } });
    expect(passages.map(({ text: one }) => one).join("")).toBe(text);
    expect(passages.map(({ number }) => number)).toEqual([1, 2, 3]);
    const found = await db.$queryRaw<unknown[]>`
      select 1 from file_text where sha256 = ${sha256}
        and search @@ websearch_to_tsquery('pg_catalog.italian', f_unaccent('comunita frasi'))`;
    expect(found).toHaveLength(1);
  });

  test("is read once for the same bytes, whoever has them", async () => {
    const bytes = someText(100);
    const { id, sha256 } = await added(bytes);
    await readBy(sha256);
    await db.$executeRaw`delete from graphile_worker._private_jobs`;
    await addVersion(group.expert, { document: id, number: 2, note: "" }, await stored(bytes));
    expect(await jobsOf(sha256)).toEqual([]);
    expect(await fileText(sha256)).toMatchObject({ state: "DONE" });
  });

  test("is tried again where the same bytes come under a name that says what they are", async () => {
    const bytes = wordFile(["Contenuto"]);
    const { id, sha256 } = await added(bytes, "cartella.zip", "application/zip");
    await readBy(sha256);
    expect(await fileText(sha256)).toMatchObject({ state: "UNSUPPORTED", reason: "kind" });
    const named = await stored(
      bytes,
      "testo.docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
    await addVersion(group.expert, { document: id, number: 2, note: "" }, named);
    await readBy(sha256);
    expect(await fileText(sha256)).toMatchObject({ state: "DONE" });
  });

  test("that cannot be read says why, and the worker goes on", async () => {
    const broken = await added(Buffer.from("%PDF-1.7 no"), "rotto.pdf", "application/pdf");
    await readBy(broken.sha256);
    expect(await fileText(broken.sha256)).toMatchObject({ state: "FAILED", reason: "damaged", length: 0 });
    env().TEXT_MAX_BYTES = 10;
    const large = await added(someText(100));
    await readBy(large.sha256).finally(() => {
      env().TEXT_MAX_BYTES = 50_000_000;
    });
    expect(await fileText(large.sha256)).toMatchObject({ state: "UNSUPPORTED", reason: "tooLarge" });
  });

  test("with hardly a word twice is found by its beginning", async () => {
    const words = Array.from({ length: 120_000 }, (_, index) => `z${index.toString(36)}q`);
    const { sha256 } = await added(Buffer.from(words.join(" ")));
    await readBy(sha256);
    expect(await fileText(sha256)).toMatchObject({ state: "DONE" });
    const holds = async (word: string) =>
      (
        await db.$queryRaw<unknown[]>`
        select 1 from file_text where sha256 = ${sha256} and search @@ to_tsquery('pg_catalog.italian', ${word})`
      ).length === 1;
    expect([await holds(words[5] ?? ""), await holds(words[119_999] ?? "")]).toEqual([true, false]);
  });

  test("is asked for again by the queue when the store is away", async () => {
    const { sha256 } = await added(someText(100));
    await removeObject(sha256);
    await expect(readBy(sha256)).rejects.toThrow(NotFoundError);
    expect(await fileText(sha256)).toMatchObject({ state: "WAITING" });
  });

  test("goes with the bytes", async () => {
    const { id, sha256 } = await added(someText(100));
    await readBy(sha256);
    await db.document.delete({ where: { id } });
    await db.storedObject.delete({ where: { sha256 } });
    expect([await fileText(sha256), await db.filePassage.count({ where: { sha256 } })]).toEqual([null, 0]);
  });
});

describe("with a scanner", () => {
  test("nothing is read before it has looked, and nothing ever of what it withholds", async () => {
    const scanner = await startScanner();
    try {
      env().CLAMD_ADDRESS = scanner.address;
      const clean = await added(someText(100));
      const infected = await added(Buffer.from(`${someText(100)}${threatText}`));
      for (const { sha256 } of [clean, infected]) {
        expect(await fileText(sha256)).toBeNull();
        await readBy(sha256);
        await scanObject(systemActor("scan-object", moment), { sha256 });
        await readBy(sha256);
      }
      expect(await fileText(clean.sha256)).toMatchObject({ state: "DONE" });
      expect(await fileText(infected.sha256)).toBeNull();
    } finally {
      await scanner.close();
    }
  });
});

describe("catching up", () => {
  test("takes what was there before, what an older reader read and what was forgotten, after what comes now", async () => {
    const files = [await added(someText(100)), await added(someText(100)), await added(someText(100))];
    const [old, outdated, forgotten] = files.map(({ sha256 }) => sha256);
    await readBy(outdated ?? "");
    await db.fileText.update({ where: { sha256: outdated ?? "" }, data: { reader: 0 } });
    await db.fileText.delete({ where: { sha256: old ?? "" } });
    await db.$executeRaw`delete from graphile_worker._private_jobs`;
    const lone = await putObject(someText(100));
    await db.storedObject.create({ data: { sha256: lone.sha256, size: 100 } });
    await catchUpTexts(system);
    for (const sha256 of [old, outdated, forgotten]) {
      expect(await jobsOf(sha256 ?? "")).toEqual([10]);
      await readBy(sha256 ?? "");
      expect(await fileText(sha256 ?? "")).toMatchObject({ state: "DONE", reader: readerVersion });
    }
    expect(await fileText(lone.sha256)).toBeNull();
  });
});

test("only the portal itself reads texts", async () => {
  await expect(catchUpTexts(group.administrator)).rejects.toThrow(ForbiddenError);
});
