import { createHash } from "node:crypto";
import { type APIResponse, expect, type Page } from "@playwright/test";
import { rows } from "@/tests/support/e2e-database";

const programme = "camere-nuova-edizione";

/** Where the form of a new document sends it. */
export const uploadAddress = `/api/upload/document?programme=${programme}&locale=it`;

/** Sends a document through the portal's upload, as its form does; the title is the name unless given. */
export function sendDocument(page: Page, name: string, buffer: Buffer, title = name): Promise<APIResponse> {
  return page.request.post(uploadAddress, {
    headers: { origin: `http://localhost:${process.env.E2E_PORT}`, accept: "application/json" },
    multipart: {
      kind: "STUDY_MATERIAL",
      title,
      file: { name, mimeType: "application/octet-stream", buffer },
    },
    timeout: 120_000,
  });
}

/** The same form written out, for a file of so many bytes that are sent one by one. */
export function multipart(title: string, filename: string, size: number) {
  const boundary = "----proof0123456789";
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = Buffer.from(
    `${field("kind", "STUDY_MATERIAL")}${field("title", title)}--${boundary}\r\n` +
      `content-disposition: form-data; name="file"; filename="${filename}"\r\n` +
      "content-type: application/octet-stream\r\n\r\n",
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const headers = {
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(head.length + size + tail.length),
  };
  return { head, tail, headers };
}

/** Documents of a title, as the database has them. */
export function documentsTitled(title: string): Promise<{ id: string }[]> {
  return rows("SELECT id::text AS id FROM document WHERE title = $1", [title]);
}

/** The newest version of the document of a title. */
export async function newVersion(title: string): Promise<{ id: string; filename: string; sha256: string }> {
  const [row] = await rows<{ id: string; filename: string; sha256: string }>(
    `SELECT document_version.id::text AS id, filename, object_sha256 AS sha256
     FROM document_version JOIN document ON document.id = document_id
     WHERE document.title = $1 ORDER BY document_version.created_at DESC, number DESC LIMIT 1`,
    [title],
  );
  if (!row) throw new Error(`no document is called ${title}`);
  return row;
}

const partSize = 8 * 1024 ** 2;
const tus = { "tus-resumable": "1.0.0" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

type Told = { status: number; state: string; text: string };

/** Sends a document in parts as its form does, the bytes made on the way, and waits for what the worker says. */
export async function sendInParts(
  page: Page,
  { name, title, size }: { name: string; title: string; size: number },
  partAt: (position: number, length: number) => Buffer,
): Promise<Told> {
  const origin = `http://localhost:${process.env.E2E_PORT}`;
  const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join("; ");
  const call = (path: string, how: RequestInit) =>
    fetch(origin + path, { ...how, headers: { ...tus, cookie, origin, ...how.headers } });
  const begun = await call(`/api/upload/parts?to=documents.add&programme=${programme}&locale=it`, {
    method: "POST",
    headers: {
      "upload-length": String(size),
      "upload-metadata": `filename ${base64(name)},fields ${base64(JSON.stringify({ kind: "STUDY_MATERIAL", title }))}`,
    },
  });
  const at = begun.headers.get("location");
  if (begun.status !== 201 || !at) return { status: begun.status, state: "", text: await begun.text() };
  for (let position = 0; position < size; position += partSize) {
    const body = partAt(position, Math.min(partSize, size - position));
    const sent = await call(at, {
      method: "PATCH",
      body: new Uint8Array(body),
      headers: {
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(position),
        "upload-checksum": `sha256 ${createHash("sha256").update(body).digest("base64")}`,
      },
    });
    if (sent.status !== 204) return { status: sent.status, state: "", text: await sent.text() };
  }
  let told: Told | undefined;
  await expect
    .poll(
      async () => {
        const answer = await call(at, { method: "GET" });
        const text = await answer.text();
        told = { status: answer.status, state: JSON.parse(text).state, text };
        return told.state;
      },
      { timeout: 120_000 },
    )
    .not.toBe("ARRIVED");
  return told as Told;
}
