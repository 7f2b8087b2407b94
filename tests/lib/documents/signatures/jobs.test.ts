import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { getDocument } from "@/lib/documents/queries";
import { scanObject } from "@/lib/documents/scan/jobs";
import { catchUpSignatures, readSignaturesOf } from "@/lib/documents/signatures/jobs";
import { maxSignedBytes } from "@/lib/documents/signatures/kinds";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { ForbiddenError } from "@/lib/platform/errors";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { startScanner } from "@/tests/support/scanner";
import { stored } from "@/tests/support/text-factories";

let group: WorkingGroup;
const system = systemActor("read-signatures", moment);
const p7m = "application/pkcs7-mime";
const pdf = "application/pdf";
beforeEach(async () => {
  env().CLAMD_ADDRESS = undefined;
  group = await aWorkingGroup();
  // Each test has its own bytes to read.
  await db.objectSignature.deleteMany();
  await db.storedObject.updateMany({ data: { signing: "NONE" } });
});

const fixture = (name: string) => readFileSync(`tests/fixtures/signed/${name}`);
const read = (sha256: string) => readSignaturesOf(system, { sha256 });
const stateOf = async (sha256: string) =>
  (await db.storedObject.findUniqueOrThrow({ where: { sha256 }, select: { signing: true } })).signing;
const jobsOf = (sha256: string) =>
  db.$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where key = ${`read-signatures:${sha256}`}`;

async function added(bytes: Uint8Array, filename: string, mimeType: string) {
  const file = await stored(bytes, filename, mimeType);
  const input = { programme: group.programme.slug, kind: "INFORMATION", title: "Firmato", note: "" } as const;
  const { id } = await addDocument(group.expert, input, file);
  return { id, sha256: file.sha256 };
}

test("who signed an envelope is read by the worker and shown with its version", async () => {
  const { id, sha256 } = await added(fixture("due-firme.txt.p7m"), "scheda.txt.p7m", p7m);
  expect(await jobsOf(sha256)).toHaveLength(1);
  expect(await stateOf(sha256)).toBe("WAITING");
  await read(sha256);
  await read(sha256);
  const [version] = (await getDocument(group.staff, id)).versions;
  expect(version?.object).toMatchObject({ signing: "READ" });
  expect(version?.object.signatures.map(({ signer, isIntact }) => [signer, isIntact]).sort()).toEqual([
    ["Anna Bianchi", true],
    ["VERDI LUIGI", true],
  ]);
});

test("who signed a PDF is read too, and of one that nobody signed it is known that nobody did", async () => {
  const signed = await added(fixture("scheda-firmata.pdf"), "scheda.pdf", pdf);
  const plain = await added(Buffer.from("%PDF-1.7\n%%EOF\n"), "nota.pdf", pdf);
  for (const { sha256 } of [signed, plain]) await read(sha256);
  const rows = await db.objectSignature.findMany();
  expect(rows).toMatchObject([
    { sha256: signed.sha256, position: 1, format: "PADES", signer: "Anna Bianchi", coversWhole: true },
  ]);
  expect(await stateOf(plain.sha256)).toBe("READ");
});

test("a signature that cannot be read is told as such, and so is one in a file that is too large", async () => {
  const broken = await added(fixture("scheda.txt.p7m").subarray(0, 700), "rotta.txt.p7m", p7m);
  await read(broken.sha256);
  expect(await stateOf(broken.sha256)).toBe("UNREADABLE");
  const large = await added(fixture("a-pezzi.txt.p7m"), "grande.txt.p7m", p7m);
  await db.storedObject.update({
    where: { sha256: large.sha256 },
    data: { size: BigInt(maxSignedBytes) + 1n },
  });
  await read(large.sha256);
  expect(await stateOf(large.sha256)).toBe("UNREADABLE");
  expect(await db.objectSignature.count()).toBe(0);
});

test("other kinds bear none, and the same bytes as a version more are not read again", async () => {
  const note = await added(Buffer.from("Una nota."), "nota.txt", "text/plain");
  expect(await stateOf(note.sha256)).toBe("NONE");
  expect(await jobsOf(note.sha256)).toHaveLength(0);
  const { id, sha256 } = await added(fixture("scheda.txt.p7m"), "scheda.txt.p7m", p7m);
  await read(sha256);
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  const again = await stored(fixture("scheda.txt.p7m"), "scheda.txt.p7m", p7m);
  await addVersion(group.expert, { document: id, number: 2, note: "" }, again);
  expect(await jobsOf(sha256)).toHaveLength(0);
  expect(await db.objectSignature.count({ where: { sha256 } })).toBe(1);
});

test("what waits for the scanner is read only when that found nothing", async () => {
  const scanner = await startScanner();
  env().CLAMD_ADDRESS = scanner.address;
  try {
    const bytes = Buffer.concat([fixture("scheda-firmata.pdf"), Buffer.from("% un'altra\n")]);
    const { sha256 } = await added(bytes, "scheda.pdf", pdf);
    expect(await jobsOf(sha256)).toHaveLength(0);
    await read(sha256);
    expect(await stateOf(sha256)).toBe("WAITING");
    await scanObject(systemActor("scan-object", moment), { sha256 });
    expect(await jobsOf(sha256)).toHaveLength(1);
    await read(sha256);
    expect(await db.objectSignature.findMany({ where: { sha256 } })).toMatchObject([{ coversWhole: false }]);
  } finally {
    await scanner.close();
  }
});

test("what waits without a job is put into the queue, once", async () => {
  const { sha256 } = await added(fixture("a-pezzi.txt.p7m"), "a-pezzi.txt.p7m", p7m);
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  expect(await catchUpSignatures(system)).toBe(1);
  expect(await catchUpSignatures(system)).toBe(0);
  expect(await jobsOf(sha256)).toHaveLength(1);
});

test("nobody but the portal itself has files read", async () => {
  await expect(catchUpSignatures(group.administrator)).rejects.toThrow(ForbiddenError);
  await expect(readSignaturesOf(group.coordinator, { sha256: "0".repeat(64) })).rejects.toThrow(
    ForbiddenError,
  );
});
