import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import { largestPart } from "@/lib/platform/uploads/limits";
import { followUpload, sendPart, speakTus } from "@/lib/platform/uploads/parts-route";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { announced, begin, partFiles, put, receive, uploadRow } from "@/tests/support/upload-factories";

const checksum = (bytes: Uint8Array) => `sha256 ${createHash("sha256").update(bytes).digest("base64")}`;

let group: WorkingGroup;
let id: string;
const bytes = Buffer.from("Trenta byte di un testo piano.");

beforeAll(async () => {
  group = await aWorkingGroup();
  id = await begin(group.coordinator, announced(group.programme.slug, { size: bytes.length }));
});

type Sent = { body?: BodyInit; offset?: number; headers?: Record<string, string>; by?: Actor; of?: string };

function patch({
  body = bytes,
  offset = 0,
  headers,
  by = group.coordinator,
  of = id,
}: Sent): Promise<Response> {
  const request = new Request(`http://localhost/api/upload/parts/${of}`, {
    method: "PATCH",
    body,
    headers: {
      "tus-resumable": "1.0.0",
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      ...(body instanceof Uint8Array ? { "upload-checksum": checksum(body) } : {}),
      ...headers,
    },
    duplex: "half",
  } as RequestInit);
  return sendPart(request, { actor: by, id: of });
}

const ask = (method: string, of = id, by: Actor = group.coordinator) =>
  speakTus(
    new Request(`http://localhost/api/upload/parts/${of}`, {
      method,
      headers: { "tus-resumable": "1.0.0" },
    }),
    { actor: by, id: of },
  );

describe("the protocol", () => {
  test.each<[string, number, Sent]>([
    ["without a digest", 400, { headers: { "upload-checksum": "" } }],
    [
      "with a digest of another kind",
      400,
      { headers: { "upload-checksum": "md5 AAAAAAAAAAAAAAAAAAAAAA==" } },
    ],
    ["with another digest", 460, { headers: { "upload-checksum": checksum(Buffer.from("x")) } }],
    [
      "that says it is larger than a part may be",
      413,
      { headers: { "content-length": `${largestPart + 1}` } },
    ],
    ["at another place", 409, { offset: 10, body: bytes.subarray(10) }],
    [
      "that goes beyond the end",
      413,
      { body: Buffer.concat([bytes, bytes]), headers: { "content-length": "60" } },
    ],
    ["that is empty", 400, { body: Buffer.alloc(0) }],
    ["of no protocol", 412, { headers: { "tus-resumable": "" } }],
  ])("refuses a part %s, and nothing is left", async (_what, status, sent) => {
    expect((await patch(sent)).status).toBe(status);
    expect(partFiles(id)).toEqual([]);
    expect(await db.uploadPart.count({ where: { uploadId: id } })).toBe(0);
  });

  test("leaves nothing of a part that breaks off", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 10));
        controller.error(new Error("gone"));
      },
    });
    const headers = { "upload-checksum": checksum(bytes) };
    await expect(patch({ body: broken, headers }).then(({ status }) => status)).resolves.toBe(400);
    const short = new Blob([bytes.subarray(0, 10)]).stream();
    expect((await patch({ body: short, headers })).status).toBe(460);
    expect(partFiles(id)).toEqual([]);
  });

  test("takes parts in their order and says where the next begins", async () => {
    const first = await patch({ body: bytes.subarray(0, 10) });
    expect([first.status, first.headers.get("upload-offset")]).toEqual([204, "10"]);
    const asked = await ask("HEAD");
    expect([asked.headers.get("upload-offset"), asked.headers.get("upload-length")]).toEqual(["10", "30"]);
    expect(asked.headers.get("cache-control")).toBe("no-store");
    expect([...asked.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect((await patch({ body: bytes.subarray(0, 10) })).status).toBe(409);
    const last = await patch({ offset: 10, body: bytes.subarray(10) });
    expect([last.status, last.headers.get("upload-offset")]).toEqual([204, "30"]);
    expect((await patch({ offset: 30, body: Buffer.from("x") })).status).toBe(413);
    expect(await (await followUpload(group.coordinator, { id, locale: "it" })).json()).toEqual({
      state: "ARRIVED",
      received: 30,
      size: 30,
    });
  });

  test("knows nothing of it any more once it is received, but the page learns where it led", async () => {
    await receive(id);
    expect((await ask("HEAD")).status).toBe(410);
    const followed = await (await followUpload(group.coordinator, { id, locale: "en" })).json();
    expect(followed).toMatchObject({ state: "RECEIVED" });
    expect(followed.location).toMatch(/^\/en\/area\//);
  });

  test("tells why a file was refused, in the reader's language", async () => {
    const refused = await begin(group.coordinator, announced(group.programme.slug));
    await put(group.coordinator, refused, Buffer.from("<html>".padEnd(30)));
    await receive(refused);
    const followed = await (await followUpload(group.coordinator, { id: refused, locale: "it" })).json();
    expect(followed.refusal.fieldErrors.file).toMatch(/tipo di file/);
  });

  test("says when parts cannot be written, leaves nothing half, and goes on afterwards", async () => {
    const other = await begin(group.coordinator, announced(group.programme.slug));
    const place = join(env().dataDir, "uploads");
    rmSync(place, { recursive: true, force: true });
    writeFileSync(place, "");
    const refused = await patch({ of: other });
    expect([refused.status, refused.headers.get("connection")]).toEqual([503, "close"]);
    expect(await uploadRow(other)).toMatchObject({ received: 0n, state: "ARRIVING" });
    rmSync(place);
    expect((await patch({ of: other })).status).toBe(204);
    expect(await uploadRow(other)).toMatchObject({ received: 30n, state: "ARRIVED" });
  });

  test("removes an upload", async () => {
    const other = await begin(group.coordinator, announced(group.programme.slug));
    expect((await ask("DELETE", other)).status).toBe(204);
    await expect(ask("HEAD", other)).rejects.toThrow(NotFoundError);
  });

  test("tells nobody else of an upload", async () => {
    const { expert } = group;
    await expect(ask("HEAD", id, expert)).rejects.toThrow(NotFoundError);
    await expect(ask("DELETE", id, expert)).rejects.toThrow(NotFoundError);
    await expect(patch({ by: expert })).rejects.toThrow(NotFoundError);
    await expect(followUpload(expert, { id, locale: "it" })).rejects.toThrow(NotFoundError);
  });
});
