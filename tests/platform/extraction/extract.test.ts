import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { extractText } from "@/lib/platform/extraction/extract";
import { zipOf } from "@/tests/proof/zip";
import { pdfFile, wordFile } from "@/tests/support/office-files";

const limits = { seconds: 30, megabytes: 512 };
const from = (bytes: Uint8Array) => Readable.from([bytes]);

describe("in a process of its own", () => {
  test("files are read", async () => {
    expect(await extractText(from(wordFile(["Perché sì"])), "docx", limits)).toEqual({
      text: "Perché sì",
      isCut: false,
    });
    const pdf = await pdfFile(["Una pagina"]);
    expect(await extractText(from(pdf), "pdf", limits)).toEqual({ text: "Una pagina", isCut: false });
  });

  test("what takes too long is ended", async () => {
    // Sixty million elements: some kilobytes as an archive, minutes to walk through.
    const markup = Buffer.concat([
      Buffer.from("<w:document><w:p>"),
      Buffer.alloc(59_999_990, "<a></a>".repeat(10)).subarray(0, 59_999_940),
      Buffer.from("</w:p></w:document>"),
    ]);
    const bytes = zipOf([{ name: "word/document.xml", data: markup }]);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await extractText(from(bytes), "docx", { ...limits, seconds: 1 })).toEqual({ failure: "timeout" });
  });

  test("what takes too much memory is ended", async () => {
    // Three million texts that no cell names: some kilobytes as an archive, more than the heap once they are read.
    const texts = Buffer.alloc(48_000_000, "<si><t>x</t></si>".padEnd(16));
    const bytes = zipOf([
      { name: "xl/sharedStrings.xml", data: Buffer.concat([Buffer.from("<sst>"), texts]) },
      { name: "xl/worksheets/sheet1.xml", data: Buffer.from("<worksheet/>") },
    ]);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await extractText(from(bytes), "xlsx", { ...limits, megabytes: 160 })).toEqual({
      failure: "memory",
    });
  });

  test("a fault of the store is not one of the file", async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error("the store is away")) });
    await expect(extractText(broken, "plain", limits)).rejects.toThrow("the store is away");
  });
});
