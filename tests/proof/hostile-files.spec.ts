import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { request as openRequest } from "node:http";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { pdfFile } from "@/tests/support/e2e-files";
import { documentsTitled, multipart, newVersion, sendDocument, sendInParts, uploadAddress } from "./upload";
import { measureWebServer, measureWorker } from "./web-server";
import { zipOf } from "./zip";

const markup = "<!doctype html><html><script>alert(document.domain)</script></html>";
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const program = Buffer.concat([Buffer.from("MZ\u0090\0\u0003\0\0\0", "latin1"), Buffer.alloc(512)]);
const html = Buffer.from(markup);
const zip = zipOf([{ name: "a.txt", data: Buffer.from("a") }]);

test.beforeEach(({ login }) => login({ as: "coordinatore" }));

const refused: [name: string, bytes: Buffer, message: RegExp][] = [
  ["vuoto.pdf", Buffer.alloc(0), /vuoto/],
  ["vuoto.txt", Buffer.alloc(0), /vuoto/],
  ["pagina.pdf", html, /tipo di file/],
  ["pagina.txt", html, /tipo di file/],
  ["pagina.html", html, /tipo di file/],
  ["disegno.svg", Buffer.from(svg), /tipo di file/],
  ["disegno.txt", Buffer.from(svg), /tipo di file/],
  ["disegno.png", Buffer.from(svg), /tipo di file/],
  ["programma.pdf", program, /tipo di file/],
  ["programma.docx", program, /tipo di file/],
  ["programma.exe", program, /tipo di file/],
  ["programma.exe.p7m", Buffer.from("308006092a864886f70d010702", "hex"), /tipo di file/],
  ["archivio dopo un programma.zip", Buffer.concat([program, zip]), /tipo di file/],
  ["immagine che è un archivio.zip", Buffer.concat([png, zip]), /tipo di file/],
  ["animazione.jpg", Buffer.concat([Buffer.from("GIF89a=1;"), html]), /tipo di file/],
  ["macro.docm", zip, /tipo di file/],
  ["macro.xlsm", zip, /tipo di file/],
  ["elenco.csv", Buffer.concat([Buffer.from("#!/bin/sh\n"), Buffer.from("rm -rf /\n")]), /tipo di file/],
  ["archivio.txt", zip, /tipo di file/],
  ["relazione.pdf.exe", program, /tipo di file/],
  ["senza estensione", zip, /tipo di file/],
];

test.describe("Refused, leaving nothing:", () => {
  for (const [name, bytes, message] of refused) {
    test(name, async ({ page }) => {
      const answer = await sendDocument(page, name, bytes);
      expect(answer.status()).toBe(422);
      expect(JSON.stringify(await answer.json())).toMatch(message);
      expect(await documentsTitled(name)).toEqual([]);
      expect(filesOf("objects")).not.toContain(createHash("sha256").update(bytes).digest("hex"));
      await expect.poll(temporaries).toEqual([]);
    });
  }
});

test.describe("Refused in parts too, leaving nothing:", () => {
  for (const [name, bytes, message] of refused) {
    test(name, async ({ page }) => {
      const began = performance.now();
      const { state, text } = await sendInParts(
        page,
        { name, title: `A parti: ${name}`, size: bytes.length },
        (position, length) => bytes.subarray(position, position + length),
      );
      console.log(`${name}, in parts: refused after ${Math.round(performance.now() - began)} ms`);
      expect(["", "REFUSED"]).toContain(state);
      expect(text).toMatch(message);
      expect(await documentsTitled(`A parti: ${name}`)).toEqual([]);
      expect(filesOf("objects")).not.toContain(createHash("sha256").update(bytes).digest("hex"));
      expect(filesOf("uploads")).toEqual([]);
      await expect.poll(temporaries).toEqual([]);
    });
  }
});

test.describe("Two kinds in one, kept and given back as a file that nothing opens by itself:", () => {
  const polyglots: [name: string, bytes: () => Promise<Buffer>, type: string][] = [
    ["pagina in un.pdf", async () => Buffer.concat([await pdf(), html]), "application/pdf"],
    ["pagina in un.png", async () => Buffer.concat([png, html]), "image/png"],
    ["archivio in un.png", async () => Buffer.concat([png, zip]), "image/png"],
    ["archivio in un.pdf", async () => Buffer.concat([await pdf(), zip]), "application/pdf"],
    ["pagina in un.zip", async () => Buffer.concat([zip, html]), "application/zip"],
  ];
  for (const [name, make, type] of polyglots) {
    test(name, async ({ page }) => {
      const bytes = await make();
      expect((await sendDocument(page, name, bytes)).status()).toBe(200);
      await expectKept(page, name, { name, bytes, type });
    });
  }
});

test.describe("An archive that swells is never unpacked:", () => {
  const zeros = deflateRawSync(Buffer.alloc(200_000_000), { level: 9 });
  const bomb = zipOf(
    Array.from({ length: 20 }, (_, index) => ({
      name: `${index}.txt`,
      deflated: { bytes: zeros, size: 200_000_000 },
    })),
  );
  const liar = zipOf([{ name: "a.txt", deflated: { bytes: zeros, size: 0xfffffffe } }]);
  const office = zipOf([
    { name: "[Content_Types].xml", deflated: { bytes: zeros, size: 200_000_000 } },
    { name: "word/document.xml", deflated: { bytes: zeros, size: 200_000_000 } },
  ]);
  const archives: [string, Buffer][] = [
    ["4 GB in venti parti.zip", bomb],
    ["dice 4 GB.zip", liar],
    ["gonfio.docx", office],
  ];
  for (const [name, bytes] of archives) {
    test(name, async ({ page }, testInfo) => {
      const server = measureWebServer();
      const answer = await sendDocument(page, name, bytes);
      expect(answer.status()).toBe(200);
      const megabytes = server.growth();
      testInfo.annotations.push({ type: "memory", description: `${megabytes.toFixed(0)} MB more` });
      console.log(
        `${name}: ${bytes.length} bytes sent, the server's memory grew by ${megabytes.toFixed(0)} MB`,
      );
      expect(megabytes).toBeLessThan(64);
    });

    test(`${name}, in parts`, async ({ page }) => {
      const worker = measureWorker();
      const { state, text } = await sendInParts(
        page,
        { name, title: `A parti: ${name}`, size: bytes.length },
        (position, length) => bytes.subarray(position, position + length),
      );
      expect(state, text).toBe("RECEIVED");
      expect(worker.growth()).toBeLessThan(64);
    });
  }
});

test.describe("A name comes back harmless:", () => {
  const long = "a".repeat(300);
  const names: [given: string, kept: string][] = [
    [`${long}.txt`, `${"a".repeat(196)}.txt`],
    [`${"😀".repeat(300)}.txt`, `${"😀".repeat(196)}.txt`],
    ["relazione\u202Efdp.txt", "relazionefdp.txt"],
    ["\u2066nascosto\u2069\u200F.txt", "nascosto.txt"],
    ["../../../etc/passwd.txt", "passwd.txt"],
    ["C:\\windows\\system32\\drivers.txt", "drivers.txt"],
    ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
    ["riga\r\nset-cookie: a=b.txt", "riga set-cookie: a=b.txt"],
    [".txt", "file.txt"],
  ];
  for (const [given, kept] of names) {
    test(kept.slice(0, 40), async ({ page }) => {
      const title = `Nome ${kept.slice(0, 60)}`;
      const bytes = Buffer.from(`Prova ${kept}`);
      expect((await sendDocument(page, given, bytes, title)).status()).toBe(200);
      await expectKept(page, title, { name: kept, bytes, type: "text/plain; charset=utf-8" });
      await page.goto("/area/programmi/camere-nuova-edizione/documenti");
      await expect(page.getByRole("main").getByRole("img", { name: "x" })).toHaveCount(0);
    });
  }
});

test("An upload that is cut half way leaves nothing", async ({ page, baseURL }) => {
  const title = "Interrotto a metà";
  const before = largeObjects();
  const body = multipart(title, "grande.txt", 40_000_000);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const request = openRequest(new URL(uploadAddress, baseURL), {
    method: "POST",
    headers: { ...body.headers, cookie, origin: baseURL ?? "", accept: "application/json" },
  });
  const ended = new Promise<void>((resolve) => request.once("error", () => resolve()));
  request.write(body.head);
  const chunk = Buffer.alloc(1_000_000, "a");
  for (let sent = 0; sent < 20; sent += 1) {
    await new Promise<void>((resolve) => request.write(chunk, () => resolve()));
  }
  await expect.poll(() => temporaries().length, { message: "the bytes are arriving" }).toBe(1);
  request.destroy(new Error("cut"));
  await ended;
  await expect.poll(() => temporaries()).toEqual([]);
  expect(largeObjects()).toEqual(before);
  expect(await documentsTitled(title)).toEqual([]);
});

async function expectKept(
  page: Page,
  title: string,
  wanted: { name: string; bytes: Buffer; type: string },
): Promise<void> {
  const version = await newVersion(title);
  expect(version.filename).toBe(wanted.name);
  const file = await page.request.get(`/api/files/${version.id}`);
  expect(file.status()).toBe(200);
  expect(Buffer.compare(await file.body(), wanted.bytes)).toBe(0);
  const headers = file.headers();
  expect(headers["content-type"]).toBe(wanted.type);
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[!-~]+$/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["set-cookie"] ?? "").not.toContain("a=b");
  const [kept] = await rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM document_version WHERE filename ~ '[\\u202a-\\u202e\\u2066-\\u2069/\\\\]'",
  );
  expect(kept?.n).toBe(0);
}

async function pdf(): Promise<Buffer> {
  return (await pdfFile("a.pdf", "Prova")).buffer;
}

/** Files below a folder of the portal's data, of at least so many bytes. */
function filesOf(folder: string, atLeast = 0): string[] {
  try {
    const entries = readdirSync(join(process.env.E2E_DATA_DIR ?? "", folder), {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter((entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).size >= atLeast)
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

// Meanwhile the worker keeps receipts, which are small.
const largeObjects = () => filesOf("objects", 1_000_000);
const temporaries = () => filesOf("temporary");
