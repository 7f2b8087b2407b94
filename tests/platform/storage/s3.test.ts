import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StorageDriver } from "@/lib/platform/storage/driver";
import { s3Driver } from "@/lib/platform/storage/s3";

/** What a store that speaks S3 answers, as far as the driver asks. */
const objects = new Map<string, Buffer>();
const parts = new Map<string, Buffer[]>();
let partsReceived = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
  const key = pathname.replace(/^\/bucket\/?/, "");
  const body = await buffer(request);
  const xml = (text: string) => response.setHeader("Content-Type", "application/xml").end(text);
  if (request.method === "POST" && searchParams.has("uploads")) {
    parts.set(key, []);
    xml(
      `<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>${key}</Key><UploadId>u1</UploadId></InitiateMultipartUploadResult>`,
    );
  } else if (request.method === "PUT" && searchParams.has("partNumber")) {
    const list = parts.get(key) ?? [];
    list[Number(searchParams.get("partNumber")) - 1] = body;
    partsReceived += 1;
    response.setHeader("ETag", '"part"').end();
  } else if (request.method === "POST" && searchParams.has("uploadId")) {
    objects.set(key, Buffer.concat(parts.get(key) ?? []));
    xml(
      `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"whole"</ETag></CompleteMultipartUploadResult>`,
    );
  } else if (request.method === "PUT") {
    objects.set(key, body);
    response.setHeader("ETag", '"whole"').end();
  } else if (request.method === "DELETE") {
    objects.delete(key);
    response.writeHead(204).end();
  } else if (searchParams.has("list-type")) {
    const rows = [...objects.keys()].map(
      (one) => `<Contents><Key>${one}</Key><LastModified>2026-03-23T09:00:00.000Z</LastModified></Contents>`,
    );
    xml(`<ListBucketResult><IsTruncated>false</IsTruncated>${rows.join("")}</ListBucketResult>`);
  } else {
    serve(request, response, objects.get(key));
  }
}

function serve(request: IncomingMessage, response: ServerResponse, found: Buffer | undefined): void {
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
  const bytes = start ? found.subarray(Number(start), Number(end) + 1) : found;
  response.writeHead(start ? 206 : 200, { "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const server = createServer((request, response) => void answer(request, response));
const directory = mkdtempSync(join(tmpdir(), "sperimenta-s3-"));
let driver: StorageDriver;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  driver = s3Driver({
    bucket: "bucket",
    region: "eu-south-1",
    accessKeyId: "key",
    secretAccessKey: "secret",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

async function keep(bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = join(directory, sha256);
  writeFileSync(path, bytes);
  await driver.keep(path, sha256);
  return sha256;
}

async function read(
  sha256: string,
  range?: { start: number; end: number },
): Promise<{ bytes: Buffer; size: number }> {
  const opened = await driver.open(sha256, range);
  if (!opened) throw new Error("not found");
  return { bytes: await buffer(opened.stream), size: opened.size };
}

test("keeps an object under its hash and gives it back, whole and in part", async () => {
  const sha256 = await keep(Buffer.from("a small object"));
  expect([...objects.keys()]).toContain(`objects/${sha256}`);
  expect(await driver.has(sha256)).toBe(true);
  expect((await read(sha256)).bytes.toString()).toBe("a small object");
  const part = await read(sha256, { start: 2, end: 6 });
  expect(part.bytes.toString()).toBe("small");
  expect(part.size).toBe(14);
});

test("sends a large object in parts, and it arrives as it was", async () => {
  const bytes = Buffer.alloc(20 * 1024 ** 2, "0123456789");
  const sha256 = await keep(bytes);
  expect(partsReceived).toBe(3);
  const stored = await read(sha256);
  expect(createHash("sha256").update(stored.bytes).digest("hex")).toBe(sha256);
});

test("knows what is not there, lists and removes what is", async () => {
  expect(await driver.open("0".repeat(64))).toBeNull();
  expect(await driver.has("0".repeat(64))).toBe(false);
  const sha256 = await keep(Buffer.from("to be removed"));
  const listed: string[] = [];
  for await (const entry of driver.list()) listed.push(entry.sha256);
  expect(listed).toContain(sha256);
  await driver.remove(sha256);
  expect(await driver.has(sha256)).toBe(false);
});
