import { createHash } from "node:crypto";
import { type IncomingMessage, request as openRequest } from "node:http";
import { expect, type Page } from "@playwright/test";
import { multipart, uploadAddress } from "./upload";

export type Portal = { page: Page; origin: string };

/** Sends a text of so many bytes, made on the way, by the form of a new document. */
export async function upload(portal: Portal, title: string, bytes: number) {
  const started = performance.now();
  const form = multipart(title, "grande.txt", bytes);
  const { request, answer } = await open(portal, uploadAddress, { method: "POST", headers: form.headers });
  const hash = createHash("sha256");
  await written(request, form.head);
  const chunk = Buffer.alloc(1024 ** 2, `${title} `);
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    chunk.write(String(sent));
    hash.update(chunk);
    await written(request, Buffer.from(chunk));
  }
  request.end(form.tail);
  const response = await answer;
  let text = "";
  for await (const part of response) text += part;
  expect(response.statusCode, text).toBe(200);
  return { sha256: hash.digest("hex"), seconds: (performance.now() - started) / 1000 };
}

/** Opens a request as whoever is signed in on the page; `answer` is its head, the body still to be read. */
export async function open(
  { page, origin }: Portal,
  path: string,
  how: { method: string; headers: Record<string, string> },
) {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = { ...how.headers, cookie, origin, accept: "application/json" };
  const request = openRequest(new URL(path, origin), { method: how.method, headers });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", reject);
  });
  return { request, answer };
}

/** Resolves when the bytes have gone out, so that they wait nowhere. */
function written(request: ReturnType<typeof openRequest>, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    request.write(bytes, (error) => (error ? reject(error) : resolve())),
  );
}
