import { createHash } from "node:crypto";
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { open, type Portal, upload } from "./streams";
import { newVersion, sendInParts } from "./upload";
import { canMeasure, measureWebServer, measureWorker } from "./web-server";

const size = 1024 ** 3;
const warmUp = 32 * 1024 ** 2;
const allowed = 64;

test.describe("A gigabyte", () => {
  test("comes and goes in 64 MB of the server's memory", async ({ page, login, baseURL }, testInfo) => {
    const { bavail, bsize } = statfsSync(tmpdir());
    const free = (bavail * bsize) / 1e9;
    testInfo.skip(free < 5, `needs 5 GB of free disk, there are ${free.toFixed(1)}`);
    testInfo.skip(!canMeasure, "the memory of another process is read from /proc, which only Linux has");
    await login({ as: "coordinatore" });
    const portal = { page, origin: baseURL ?? "" };
    // Programs that are loaded at the first use are not what is measured.
    await upload(portal, "Prova piccola", warmUp);
    await download(portal, "Prova piccola");

    const up = measureWebServer();
    const sent = await upload(portal, "Un gigabyte", size);
    const upGrowth = up.growth();
    expect((await newVersion("Un gigabyte")).sha256).toBe(sent.sha256);
    const down = measureWebServer();
    const received = await download(portal, "Un gigabyte");
    const downGrowth = down.growth();
    expect(received).toMatchObject({ size, sha256: sent.sha256 });
    for (const line of [
      `upload: ${up.before.toFixed(0)} MB before, ${upGrowth.toFixed(0)} MB more at the peak, ${sent.seconds.toFixed(1)} s`,
      `download: ${down.before.toFixed(0)} MB before, ${downGrowth.toFixed(0)} MB more at the peak, ${received.seconds.toFixed(1)} s`,
    ]) {
      console.log(`1 GB ${line}`);
    }
    expect.soft(upGrowth, "megabytes more while it came").toBeLessThanOrEqual(allowed);
    expect.soft(downGrowth, "megabytes more while it went").toBeLessThanOrEqual(allowed);
  });
});

test.describe("A gigabyte in parts", () => {
  test("comes in 64 MB of the web server's memory and of the worker's", async ({ page, login }, testInfo) => {
    const { bavail, bsize } = statfsSync(tmpdir());
    const free = (bavail * bsize) / 1e9;
    testInfo.skip(free < 5, `needs 5 GB of free disk, there are ${free.toFixed(1)}`);
    testInfo.skip(!canMeasure, "the memory of another process is read from /proc, which only Linux has");
    await login({ as: "coordinatore" });
    await inParts(page, "Prova piccola a parti", warmUp);
    const [server, worker] = [measureWebServer(), measureWorker()];
    const sent = await inParts(page, "Un gigabyte a parti", size);
    const grown = { server: server.growth(), worker: worker.growth() };
    console.log(
      `1 GB in parts: the server's memory grew by ${grown.server.toFixed(0)} MB, the worker's by ${grown.worker.toFixed(0)} MB, ${sent.seconds.toFixed(1)} s`,
    );
    expect((await newVersion("Un gigabyte a parti")).sha256).toBe(sent.sha256);
    expect.soft(grown.server, "megabytes more of the web server").toBeLessThanOrEqual(allowed);
    expect.soft(grown.worker, "megabytes more of the worker").toBeLessThanOrEqual(allowed);
  });
});

async function inParts(page: Page, title: string, bytes: number) {
  const started = performance.now();
  const hash = createHash("sha256");
  const told = await sendInParts(page, { name: "grande.txt", title, size: bytes }, (position, length) => {
    const part = Buffer.alloc(length, `${title} `);
    part.write(String(position));
    hash.update(part);
    return part;
  });
  expect(told.state, told.text).toBe("RECEIVED");
  return { sha256: hash.digest("hex"), seconds: (performance.now() - started) / 1000 };
}

async function download(portal: Portal, title: string) {
  const started = performance.now();
  const { id } = await newVersion(title);
  const { request, answer } = await open(portal, `/api/files/${id}`, { method: "GET", headers: {} });
  request.end();
  const hash = createHash("sha256");
  let received = 0;
  for await (const part of await answer) {
    hash.update(part as Buffer);
    received += (part as Buffer).length;
  }
  return { sha256: hash.digest("hex"), size: received, seconds: (performance.now() - started) / 1000 };
}
