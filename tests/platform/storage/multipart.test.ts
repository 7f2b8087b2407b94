import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { formInput } from "@/lib/platform/form-data";
import { receiveForm, receiveUpload } from "@/lib/platform/storage/multipart";
import { hasObject, stageObject } from "@/lib/platform/storage/storage";

const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(200_000, "x")]);
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const temporaryFiles = () => readdirSync(join(env().dataDir, "temporary"));
const boundary = "----edge";
const limits = { maxBytes: 1_000_000 };

beforeEach(async () => (await stageObject(Buffer.from("makes the directory"))).discard());

const field = (name: string, value: string) =>
  Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
const file = (filename: string, content: Uint8Array, type = "application/pdf") =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from("\r\n"),
  ]);
const end = Buffer.from(`--${boundary}--\r\n`);

function post(
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  headers: Record<string, string> = {},
): Request {
  return new Request("http://localhost/api/upload", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...headers },
    body: Readable.toWeb(Readable.from(source)) as ReadableStream,
    duplex: "half",
  } as RequestInit);
}

describe("receiveUpload", () => {
  test("reads a name with quotes as browsers write it", async () => {
    const { file: received } = await receiveUpload(
      post([file("relazione %22finale%22 al 50%25.pdf", pdf), end]),
      limits,
    );
    expect(received.filename).toBe('relazione "finale" al 50%25.pdf');
  });

  test("tells what was typed beside a file that is refused", async () => {
    const typed: unknown[] = [];
    const onTyped = (fields: unknown) => typed.push(fields);
    const form = post([field("note", "Prima bozza"), file("pagina.html", pdf), field("number", "2"), end]);
    await expect(receiveUpload(form, { ...limits, onTyped })).rejects.toThrow("portal.fileKindForbidden");
    expect(typed).toEqual([{ note: "Prima bozza", number: "2" }]);
  });

  test("gives the fields of the form and the stored file", async () => {
    const request = post([
      field("title", "Relazione\r\nfinale"),
      field("bodies[]", "a"),
      field("bodies[]", "b"),
      file("../città.pdf", pdf),
      field("version", "3"),
      end,
    ]);
    const { fields, file: received } = await receiveUpload(request, limits);
    expect(formInput(fields)).toEqual({ title: "Relazione\nfinale", bodies: ["a", "b"], version: "3" });
    expect(received).toMatchObject({
      sha256: sha(pdf),
      size: pdf.length,
      filename: "città.pdf",
      mimeType: "application/pdf",
    });
    expect(await hasObject(received.sha256)).toBe(true);
  });

  test("asks for a file, unless it may be left out; what is there is checked all the same", async () => {
    // As browsers send a field for a file that was left empty.
    const empty = file("", Buffer.alloc(0), "application/octet-stream");
    const without = () => post([field("title", "Senza"), empty, end]);
    await expect(receiveUpload(without(), limits)).rejects.toMatchObject({ code: "portal.fileMissing" });
    expect(await receiveForm(without(), limits)).toEqual({ fields: { title: "Senza" }, file: null });
    const forbidden = post([file("pagina.html", pdf), end]);
    await expect(receiveForm(forbidden, limits)).rejects.toMatchObject({ code: "portal.fileKindForbidden" });
  });

  test("takes what a browser's own FormData sends", async () => {
    const form = new FormData();
    form.set("note", "con “virgolette”");
    form.set("file", new File([pdf], 'un "nome".pdf'));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    const { fields, file: received } = await receiveUpload(request, limits);
    expect(fields.note).toBe("con “virgolette”");
    expect(received.sha256).toBe(sha(pdf));
  });

  test.each([
    ["no file", [field("title", "x"), end], "portal.fileMissing"],
    ["a file field left empty", [file("", Buffer.alloc(0)), end], "portal.fileMissing"],
    ["a file of 0 bytes", [file("vuoto.pdf", Buffer.alloc(0)), end], "portal.fileEmpty"],
    [
      "a file over the limit",
      [file("grande.pdf", Buffer.alloc(1_000_001, "%PDF-")), end],
      "portal.fileTooLarge",
    ],
    ["two files", [file("a.pdf", pdf), file("b.pdf", pdf), end], "portal.oneFileOnly"],
    ["a page", [file("a.html", Buffer.from("<html>other")), end], "portal.fileKindForbidden"],
    [
      "a program called document",
      [file("a.pdf", Buffer.from("MZ program")), end],
      "portal.fileKindForbidden",
    ],
  ])("refuses %s and keeps nothing", async (_what, parts, code) => {
    await expect(receiveUpload(post(parts), limits)).rejects.toMatchObject({ code });
    expect(temporaryFiles()).toEqual([]);
  });

  test("refuses by the announced length before it reads", async () => {
    const request = post([file("a.pdf", pdf), end], { "content-length": "99999999999" });
    await expect(receiveUpload(request, limits)).rejects.toMatchObject({ code: "portal.fileTooLarge" });
  });

  const other = Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(100_000, "y")]);

  test.each([
    ["within the file", [file("a.pdf", other).subarray(0, 60_000)]],
    ["after the file", [file("a.pdf", other), field("title", "x").subarray(0, 30)]],
    ["before the closing line", [file("a.pdf", other)]],
  ])("a form cut %s leaves nothing", async (_where, parts) => {
    await expect(receiveUpload(post(parts), limits)).rejects.toMatchObject({ code: "portal.uploadBroken" });
    expect(temporaryFiles()).toEqual([]);
    expect(await hasObject(sha(other))).toBe(false);
  });

  test("a connection that dies leaves nothing", async () => {
    async function* dying() {
      yield file("a.pdf", other).subarray(0, 60_000);
      throw new Error("ECONNRESET");
    }
    await expect(receiveUpload(post(dying()), limits)).rejects.toMatchObject({ code: "portal.uploadBroken" });
    expect(temporaryFiles()).toEqual([]);
  });

  test("refuses what is no form", async () => {
    const request = new Request("http://localhost/", { method: "POST", body: "{}" });
    await expect(receiveUpload(request, limits)).rejects.toMatchObject({ code: "badRequest" });
  });
});
