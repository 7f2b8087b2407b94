import type { APIResponse, Page } from "@playwright/test";
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
