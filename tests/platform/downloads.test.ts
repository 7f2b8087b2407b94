import { describe, expect, test } from "vitest";
import { readRange, sendFile, sendImage } from "@/lib/platform/downloads";
import { putObject } from "@/lib/platform/storage/storage";

test.each([
  [null, null],
  ["bytes=0-499", { start: 0, end: 499 }],
  ["bytes=500-", { start: 500, end: 999 }],
  ["bytes=-100", { start: 900, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=990-2000", { start: 990, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=5-2", "unsatisfiable"],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["lines=0-1", null],
])("%s of 1,000 bytes", (header, range) => {
  expect(readRange(header, 1000)).toEqual(range);
});

describe("a file", () => {
  const text = "<script>alert(1)</script>";
  const send = async (range?: string) => {
    const { sha256, size } = await putObject(Buffer.from(text));
    const request = new Request("http://portal.invalid/api/files/1", { headers: range ? { range } : {} });
    return sendFile(request, { sha256, size, filename: "pagina «1».html", mimeType: "text/html" });
  };

  test("is kept, never shown as a page of ours, and its kind is not guessed", async () => {
    const { status, headers } = await send();
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; .*filename\*=UTF-8''pagina%20%C2%AB1%C2%BB\.html$/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  test("comes whole, or in the part that is asked for", async () => {
    const whole = await send();
    expect([whole.headers.get("content-length"), await whole.text()]).toEqual([String(text.length), text]);
    const part = await send("bytes=1-6");
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      `bytes 1-6/${text.length}`,
      "script",
    ]);
    const none = await send("bytes=100-");
    expect([none.status, none.headers.get("content-range")]).toEqual([416, `bytes */${text.length}`]);
  });
});

test("a picture may be kept and asked for again, and runs nothing where it is opened by itself", async () => {
  const { sha256, size } = await putObject(Buffer.from("as if it were a picture"));
  const send = (headers: Record<string, string> = {}) =>
    sendImage(new Request("http://portal.invalid/api/reuse/covers/1", { headers }), {
      sha256,
      size,
      mimeType: "image/png",
    });
  const { status, headers } = await send();
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect((await send({ "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
});
