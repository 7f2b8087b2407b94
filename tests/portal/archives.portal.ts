import { once } from "node:events";
import { readdirSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyDocument } from "../support/many-documents";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";
import { beginUpload } from "../support/slow-upload";
import { filesIn, sha256Of, sumsIn, tableIn } from "../support/zip-reader";

const megabyte = 1024 ** 2;
const official = "/api/archives/programmes/camere-nuova-edizione";
let data: PortalData;
let web: PortalProcess;
let cookie: string;
let space: string;

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data, { LOG_LEVEL: "info" });
  cookie = await signIn(web, "coordinatore");
  const upload = await beginUpload(web.url, cookie, { title: "Grande", size: 8 * megabyte });
  expect(await upload.finish()).toMatchObject({ status: 200 });
  // More than a page of documents, so that the database is asked again on the way.
  space = await copyDocument((sql, values) => data.rows(sql, values), { title: "Grande", count: 70 });
});
afterAll(() => web.stop());

const temporary = () => readdirSync(join(data.dataDir, "temporary"));
const ask = (path: string, as = cookie) => fetch(web.url + path, { headers: { cookie: as } });

/** Reads the head and then nothing, until it is told to go on. */
async function begin(path: string): Promise<IncomingMessage> {
  const [incoming] = (await once(get(web.url + path, { agent: false, headers: { cookie } }), "response")) as [
    IncomingMessage,
  ];
  return incoming;
}
const ofSpace = () => `/api/archives/spaces/${space}?versions=all`;

test("the official file comes whole, with hashes that agree, and who took it is in the log of reads", async () => {
  const answer = await ask(`${official}?locale=it`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="fascicolo-camere-nuova-edizione-2026-03-24\.zip"/,
    ),
    "cache-control": "private, no-store, no-transform",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.get("content-encoding")).toBeNull();
  const files = await filesIn(Buffer.from(await answer.arrayBuffer()));
  for (const [path, sum] of sumsIn(files)) expect(sum === sha256Of(files.get(path) ?? ""), path).toBe(true);
  const acts = tableIn(files, "registro-decisioni.csv").map((row) => row[3]);
  expect(acts).toContain("Approvazione");
  expect(acts).toContain("Blocco");
  expect([...files.keys()].some((path) => path.startsWith("Verbali/"))).toBe(
    (await data.rows("select from minutes_round where pdf_sha256 is not null")).length > 0,
  );
  expect(await data.rows("select from read_log where subject_kind = 'dossier'")).toHaveLength(1);
  const head = await fetch(web.url + official, { method: "HEAD", headers: { cookie } });
  expect([head.status, head.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(await data.rows("select from read_log where subject_kind = 'dossier'")).toHaveLength(1);
}, 60_000);

test("a third at once is refused in words with 429, and taken when one has ended", async () => {
  const running = [await begin(ofSpace()), await begin(ofSpace())];
  const refused = await ask(ofSpace());
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toContain("2 archivi ZIP");
  for (const one of running) one.destroy();
  await expect
    .poll(async () => {
      const again = await begin(ofSpace());
      again.destroy();
      return again.statusCode;
    })
    .toBe(200);
  await expect.poll(temporary).toEqual([]);
}, 60_000);

test("what breaks on the way is cut, not ended, and the log says why", async () => {
  const incoming = await begin(ofSpace());
  await data.rows("alter table document_reading rename to document_reading_away");
  try {
    await expect(buffer(incoming)).rejects.toThrow(/aborted/);
  } finally {
    await data.rows("alter table document_reading_away rename to document_reading");
  }
  expect(web.said()).toContain("a bundle broke off");
  await expect.poll(temporary).toEqual([]);
}, 60_000);

test("a server that is asked to end cuts it within its time and leaves nothing behind", async () => {
  const other = await startWeb(data, { LOG_LEVEL: "info" });
  const [incoming] = (await once(
    get(other.url + ofSpace(), { agent: false, headers: { cookie } }),
    "response",
  )) as [IncomingMessage];
  const began = performance.now();
  const code = await other.stop();
  await expect(buffer(incoming)).rejects.toThrow(/aborted/);
  expect([code, performance.now() - began < 10_000]).toEqual([0, true]);
  expect(temporary()).toEqual([]);
}, 60_000);
