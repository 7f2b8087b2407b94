import { createHash } from "node:crypto";
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { copyDocument } from "@/tests/support/many-documents";
import { open, type Portal, upload } from "./streams";
import { canMeasure, measureWebServer } from "./web-server";

const megabyte = 1024 ** 2;
const size = 256 * megabyte;
const copies = 40;
const head = Buffer.from("PK\u0003\u0004", "latin1");
const allowed = 64;

test("Ten gigabytes leave as one archive in 64 MB of the server's memory", async ({
  page,
  login,
  baseURL,
}, testInfo) => {
  test.setTimeout(1_200_000);
  const { bavail, bsize } = statfsSync(tmpdir());
  const free = (bavail * bsize) / 1e9;
  testInfo.skip(free < 2, `needs 2 GB of free disk, there are ${free.toFixed(1)}`);
  testInfo.skip(!canMeasure, "the memory of another process is read from /proc, which only Linux has");
  await login({ as: "coordinatore" });
  const portal = { page, origin: baseURL ?? "" };
  // Programs that are loaded at the first use are not what is measured.
  await upload(portal, "Una prova", 32 * megabyte);
  await take(portal, await copyDocument(rows, { title: "Una prova", count: 2 }), 32 * megabyte);
  await rows("update document set removed_at = now() where title like 'Una prova%'");
  const sent = await upload(portal, "Un quarto di gigabyte", size);
  const space = await copyDocument(rows, { title: "Un quarto di gigabyte", count: copies });

  const server = measureWebServer();
  const taken = await take(portal, space, size);
  const growth = server.growth();
  console.log(
    `${(taken.bytes / 1e9).toFixed(1)} GB as one archive: ${server.before.toFixed(0)} MB before, ` +
      `${growth.toFixed(0)} MB more at the peak, ${taken.seconds.toFixed(1)} s`,
  );
  expect(taken.hashes).toHaveLength(copies);
  expect(new Set(taken.hashes)).toEqual(new Set([sent.sha256]));
  expect(taken.bytes).toBeGreaterThan(copies * size);
  // Beyond 4 GB the places of files are written in 64 bits.
  expect(taken.tail.includes(Buffer.from("PK\u0006\u0006", "latin1"))).toBe(true);
  expect(taken.tail.includes("SHA256SUMS")).toBe(true);
  expect.soft(growth, "megabytes more").toBeLessThanOrEqual(allowed);
});

/** Takes a space away and hashes its copies as they pass, each of so many bytes, without keeping them. */
async function take(portal: Portal, space: string, each: number) {
  const started = performance.now();
  const path = `/api/archives/spaces/${space}?versions=all`;
  const { request, answer } = await open(portal, path, { method: "GET", headers: {} });
  request.end();
  const response = await answer;
  expect(response.statusCode).toBe(200);
  const hashes: string[] = [];
  let [hash, left, bytes] = [createHash("sha256"), 0, 0];
  let waiting = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  const drop = (count: number) => {
    tail = Buffer.concat([tail, waiting.subarray(0, count)]).subarray(-megabyte);
    waiting = waiting.subarray(count);
  };
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > 0) {
      if (left > 0) {
        const part = waiting.subarray(0, left);
        waiting = waiting.subarray(part.length);
        hash.update(part);
        left -= part.length;
        if (left === 0) hashes.push(hash.digest("hex"));
        continue;
      }
      const begins = endOfHead(waiting);
      // What is left may be the beginning of a head; all before it belongs to other files and to the index.
      if (begins < 0 && waiting.length <= 512) break;
      drop(begins < 0 ? waiting.length - 512 : begins);
      if (begins >= 0) [hash, left] = [createHash("sha256"), each];
    }
  }
  drop(waiting.length);
  return { hashes, bytes, tail, seconds: (performance.now() - started) / 1000 };
}

/** Where the bytes of the next copy begin, when its whole head is here; else -1. */
function endOfHead(bytes: Buffer): number {
  for (let at = bytes.indexOf(head); at >= 0 && bytes.length >= at + 30; at = bytes.indexOf(head, at + 4)) {
    const end = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (bytes.length >= end && /copia[^/]*\.pdf/.test(bytes.toString("latin1", at + 30, end))) return end;
  }
  return -1;
}
