import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";
import { type S3Server, s3Account, startS3 } from "../support/s3-server";
import { sha256Of } from "../support/zip-reader";

let data: PortalData;
let store: S3Server;
let web: PortalProcess;
let file: { path: string; sha256: string; filename: string };

beforeAll(async () => {
  data = await openData();
  store = await startS3((key) => {
    const sha256 = key.replace("objects/", "");
    return readFileSync(join(data.dataDir, "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256));
  });
  web = await startWeb(data, {
    S3_BUCKET: s3Account.bucket,
    S3_REGION: s3Account.region,
    S3_ACCESS_KEY_ID: s3Account.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3Account.secretAccessKey,
    S3_ENDPOINT: store.endpoint,
    S3_REDIRECT: "1",
  });
  const [row] = await data.rows<{ id: string; sha256: string; filename: string }>(
    `select v.id::text, v.object_sha256 as sha256, v.filename from document_version v
     join document d on d.id = v.document_id join document_space s on s.id = d.space_id
     join organisation o on o.id = s.organisation_id join programme p on p.id = s.programme_id
     where p.slug = 'camere-nuova-edizione' and o.slug = 'valfiorita' and d.kind = 'EXCHANGE_MATERIAL' limit 1`,
  );
  file = { path: `/api/files/${row?.id}`, sha256: row?.sha256 ?? "", filename: row?.filename ?? "" };
});
afterAll(async () => {
  await web.stop();
  await store.close();
});

const ask = async (path: string, account: string, init: RequestInit = {}) =>
  fetch(web.url + path, {
    redirect: "manual",
    ...init,
    headers: { cookie: await signIn(web, account), ...init.headers },
  });

test("a download is sent on to the store, after the right was checked, and comes as the file it is", async () => {
  const answer = await ask(file.path, "staff.a");
  const link = answer.headers.get("location") ?? "";
  expect([answer.status, new URL(link).origin]).toEqual([302, store.endpoint]);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(new URL(link).searchParams.get("X-Amz-Expires")).toBe("60");
  const bytes = await fetch(link);
  expect(sha256Of(Buffer.from(await bytes.arrayBuffer()))).toBe(file.sha256);
  expect(bytes.headers.get("content-disposition")).toMatch(/^attachment; filename="/);
  expect(bytes.headers.get("content-disposition")).toContain(encodeURIComponent(file.filename));
  expect(await data.rows("select from document_reading where document_id is not null")).not.toHaveLength(0);
  store.setClock(new Date(Date.now() + 61_000));
  expect((await fetch(link)).status).toBe(403);
  store.setClock(null);
});

test("whoever has no right is given no link, and a link leads to no other object", async () => {
  for (const account of ["staff.b", "referente.b"]) {
    const answer = await ask(file.path, account);
    expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
  }
  const nobody = await fetch(web.url + file.path, { redirect: "manual" });
  expect([nobody.status, nobody.headers.get("location")]).toEqual([404, null]);
  const link = (await ask(file.path, "staff.a")).headers.get("location") ?? "";
  const [other] = await data.rows<{ sha256: string }>(
    "select sha256 from stored_object where sha256 <> $1 limit 1",
    [file.sha256],
  );
  expect((await fetch(link.replace(file.sha256, other?.sha256 ?? ""))).status).toBe(403);
});

test("what only wants to know is told here, and an archive is made of the store's objects by the portal", async () => {
  const head = await ask(file.path, "staff.a", { method: "HEAD" });
  expect([head.status, head.headers.get("location")]).toEqual([200, null]);
  const archive = await ask("/api/archives/programmes/camere-nuova-edizione", "coordinatore");
  expect([archive.status, archive.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(Buffer.from(await archive.arrayBuffer()).includes("SHA256SUMS")).toBe(true);
});
