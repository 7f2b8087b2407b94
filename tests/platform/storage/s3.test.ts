import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as openRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StorageDriver } from "@/lib/platform/storage/driver";
import { s3Driver } from "@/lib/platform/storage/s3";
import { type S3Server, s3Account, startS3 } from "@/tests/support/s3-server";

const directory = mkdtempSync(join(tmpdir(), "sperimenta-s3-"));
let server: S3Server;
let driver: StorageDriver;

beforeAll(async () => {
  server = await startS3();
  driver = s3Driver({ ...s3Account, endpoint: server.endpoint });
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await server.close();
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
  expect([...server.objects.keys()]).toContain(`objects/${sha256}`);
  expect(await driver.has(sha256)).toBe(true);
  expect((await read(sha256)).bytes.toString()).toBe("a small object");
  const part = await read(sha256, { start: 2, end: 6 });
  expect(part.bytes.toString()).toBe("small");
  expect(part.size).toBe(14);
});

test("sends a large object in parts, and it arrives as it was", async () => {
  const bytes = Buffer.alloc(20 * 1024 ** 2, "0123456789");
  const sha256 = await keep(bytes);
  expect(server.partsReceived()).toBe(3);
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

describe("a link to an object", () => {
  const as = {
    disposition: "attachment; filename=\"a.pdf\"; filename*=UTF-8''perch%C3%A9.pdf",
    mimeType: "application/pdf",
  };
  const linking = (redirect: { endpoint?: string } = {}) =>
    s3Driver({ ...s3Account, endpoint: server.endpoint, redirect });
  const linkTo = async (sha256: string, store = linking()) => (await store.link?.(sha256, as)) ?? "";

  test("is made only where the settings say so", () => {
    expect(driver.link).toBeUndefined();
  });

  test("gives the bytes to whoever has it, as a file of that name and kind, kept by nobody", async () => {
    const answer = await fetch(await linkTo(await keep(Buffer.from("the bytes"))));
    expect([answer.status, await answer.text()]).toEqual([200, "the bytes"]);
    expect(answer.headers.get("content-disposition")).toBe(as.disposition);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  test("is good for a minute", async () => {
    const link = await linkTo(await keep(Buffer.from("for a minute")));
    const at = async (seconds: number) => {
      server.setClock(new Date(Date.now() + seconds * 1000));
      return (await fetch(link)).status;
    };
    expect([await at(50), await at(62)]).toEqual([200, 403]);
    server.setClock(null);
  });

  test("is good for no other object, name, kind, time, verb or host", async () => {
    const [sha256, other] = [await keep(Buffer.from("one")), await keep(Buffer.from("another"))];
    const link = await linkTo(sha256);
    const changed = [
      link.replace(sha256, other),
      link.replace("a.pdf", "a.exe"),
      link.replace("application%2Fpdf", "text%2Fhtml"),
      link.replace("X-Amz-Expires=60", "X-Amz-Expires=600"),
      link.replace(/&response-content-disposition=[^&]*/, ""),
      `${link}&versionId=1`,
    ];
    for (const one of changed) {
      expect(one).not.toBe(link);
      expect((await fetch(one)).status, one).toBe(403);
    }
    expect((await fetch(link, { method: "DELETE" })).status).toBe(403);
    expect(await statusAt(link, "another.host")).toBe(403);
    expect(await driver.has(sha256)).toBe(true);
  });

  test("is signed for the address at which browsers reach the store", async () => {
    const link = await linkTo(await keep(Buffer.from("x")), linking({ endpoint: "https://file.ente.it" }));
    expect(link).toMatch(/^https:\/\/file\.ente\.it\/bucket\/objects\/[0-9a-f]{64}\?/);
    const { pathname, search } = new URL(link);
    expect(await statusAt(server.endpoint + pathname + search, "file.ente.it")).toBe(200);
    expect(await statusAt(server.endpoint + pathname + search)).toBe(403);
  });
});

/** Asks an address as if it were that of a host. */
function statusAt(address: string, host = new URL(address).host): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = openRequest(address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.once("error", reject);
    request.end();
  });
}
