import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CachedFront, html, startCachedFront } from "./cached-front";

let front: CachedFront;

beforeEach(async () => {
  front = await startCachedFront();
});
afterEach(() => front.stop());

describe("the forms of an answer", () => {
  const text = "Parole che si ripetono. ".repeat(200);

  test("it is compressed once, as the client takes it", async () => {
    front.page = (_request, response) => html(response, text);
    const plain = await front.ask("/");
    const br = await front.ask("/", { "accept-encoding": "gzip, deflate, br" });
    const gzip = await front.ask("/", { "accept-encoding": "gzip, br;q=0" });
    expect([plain, br, gzip].map(({ headers }) => headers["content-encoding"])).toEqual([
      undefined,
      "br",
      "gzip",
    ]);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(Number(br.headers["content-length"])).toBe(br.bytes.length);
    expect(front.made).toHaveLength(1);
  });

  test("who has it already is told so", async () => {
    const { headers } = await front.ask("/", { "accept-encoding": "br" });
    const etag = String(headers.etag);
    const again = await front.ask("/", { "accept-encoding": "br", "if-none-match": `"x", W/${etag}` });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(again.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
    expect(again.headers["x-content-type-options"]).toBe("nosniff");
    expect((await front.ask("/", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("a HEAD has the head of the GET", async () => {
    const head = await front.ask("/", {}, "HEAD");
    const get = await front.ask("/");
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    for (const name of ["content-length", "etag", "content-security-policy"])
      expect(head.headers[name]).toBe(get.headers[name]);
  });
});

describe("the policy of a kept page", () => {
  test("names the scripts of the page by their hashes, and none that came in with a text", async () => {
    front.page = (request, response) => {
      const nonce = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1];
      response.setHeader("Link", `</a.css>; rel=preload; nonce="${nonce}"`);
      html(
        response,
        `<script nonce="${nonce}" src="/a.js"></script><script nonce="${nonce}">start("${nonce}")</script><p><script>steal()</script></p>`,
      );
    };
    const { headers, text } = await front.ask("/");
    const policy = String(headers["content-security-policy"]);
    const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    expect(policy).toContain(`script-src 'self' ${hash('start("")')};`);
    expect(policy).not.toContain(hash("steal()"));
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(text).toContain('<script>start("")</script>');
    expect(text + headers.link).not.toContain("nonce");
  });
});
