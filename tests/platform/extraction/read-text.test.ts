import { describe, expect, test } from "vitest";
import { textFormatOf } from "@/lib/platform/extraction/formats";
import { longestText } from "@/lib/platform/extraction/outcome";
import { readText } from "@/lib/platform/extraction/read-text";
import { zipOf } from "@/tests/proof/zip";
import { openFile, pdfFile, sheetFile, slidesFile, wordFile } from "@/tests/support/office-files";

describe("the text of", () => {
  test("a PDF, page by page", async () => {
    const bytes = await pdfFile(["La comunità attiva", "Seconda pagina"]);
    const read = await readText(new Uint8Array(bytes), "pdf");
    expect(read).toEqual({ text: "La comunità attiva\n\nSeconda pagina", isCut: false });
  });

  test("a Word document: its runs, tables and notes, without what was taken away", async () => {
    const bytes = wordFile(
      [
        "Un’attività",
        '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>con</w:t><w:tab/><w:t>tabulazione</w:t></w:r>',
        "<w:del><w:r><w:delText>tolto</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>resta</w:t></w:r>",
        "A &amp; B",
      ],
      { "word/footnotes.xml": "<w:footnotes><w:p><w:r><w:t>In nota</w:t></w:r></w:p></w:footnotes>" },
    );
    expect(await readText(bytes, "docx")).toEqual({
      text: "Un’attività\ncon\ttabulazione\nresta\nA & B\nIn nota",
      isCut: false,
    });
  });

  test("an OpenDocument text, without revisions and remarks", async () => {
    const bytes = openFile(
      `<text:tracked-changes><text:p>tolto</text:p></text:tracked-changes>
       <text:h>Titolo</text:h><text:p>Uno<text:s/>due<office:annotation><text:p>remark</text:p></office:annotation></text:p>
       <table:table-cell><text:p>cella</text:p></table:table-cell>`,
    );
    expect(await readText(bytes, "odf")).toEqual({ text: "Titolo\nUno due\ncella", isCut: false });
  });

  test("a workbook, a line for each row", async () => {
    const bytes = sheetFile(
      ["Provincia", "Città"],
      [
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>Alba</t></is></c><c><v>12.5</v></c></row>',
        '<row><c t="str"><f>A1</f><v>somma</v></c></row>',
      ],
    );
    expect(await readText(bytes, "xlsx")).toEqual({
      text: "Provincia\tCittà\nAlba\t12.5\n\nsomma",
      isCut: false,
    });
  });

  test("slides, in their order", async () => {
    const many = Array.from({ length: 11 }, (_, index) => `Diapositiva ${index + 1}.`);
    const read = await readText(slidesFile(many), "pptx");
    expect("text" in read && read.text.split(/\n+/)).toEqual(many);
  });

  test.each([
    ["UTF-8", Buffer.from("perché no"), "perché no"],
    ["UTF-8 with a mark", Buffer.from("\ufeffperché"), "perché"],
    ["Windows", Buffer.from("perch\u00e9 l\u0092\u0080", "latin1"), "perché l’€"],
    ["UTF-16", Buffer.from("\ufeffperché", "utf16le"), "perché"],
  ])("plain text in %s", async (_name, bytes, text) => {
    expect(await readText(bytes, "plain")).toEqual({ text, isCut: false });
  });

  test("a file without what neither page nor database bears", async () => {
    const bytes = Buffer.from("uno\u0000\u0007\r\n  due\ue000 \ue001tre");
    expect(await readText(bytes, "plain")).toEqual({ text: "uno\n  due tre", isCut: false });
  });
});

test("of a long text the beginning is kept, and it is said", async () => {
  const bytes = Buffer.alloc(longestText + 10, "parola ");
  const read = await readText(bytes, "plain");
  expect(read).toMatchObject({ isCut: true });
  expect("text" in read && read.text.length).toBe(longestText);
  // Ten thousand cells that all name one long text.
  const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(10_000)}</row>`;
  const sheet = await readText(sheetFile(["x".repeat(1_000)], [cells]), "xlsx");
  expect(sheet).toMatchObject({ isCut: true });
  expect("text" in sheet && sheet.text.length).toBe(longestText);
});

describe("a file that is not what it should be gives no text:", () => {
  const declared = (size: number) =>
    zipOf([{ name: "word/document.xml", deflated: { bytes: Buffer.from([0x03, 0x00]), size } }]);

  test.each([
    ["no archive at all", Buffer.from("PK nothing"), "docx", "damaged"],
    ["an archive of something else", zipOf([{ name: "a.txt", data: Buffer.from("a") }]), "docx", "damaged"],
    ["more than a file may hold", declared(1_000_000_000), "docx", "tooComplex"],
    ["a broken file within", wordFile(["<w:r><w:t>"]), "docx", "damaged"],
    [
      "thousands of entries",
      zipOf(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, data: Buffer.alloc(0) }))),
      "xlsx",
      "tooComplex",
    ],
    [
      "elements without end",
      wordFile([`${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}`]),
      "docx",
      "tooComplex",
    ],
    ["behind a password", openFile("", "<m><encryption-data/></m>"), "odf", "encrypted"],
    ["no content", zipOf([{ name: "mimetype", data: Buffer.from("x") }]), "odf", "damaged"],
    ["a PDF that is none", Buffer.from("%PDF-1.7 nothing"), "pdf", "damaged"],
  ] as const)("%s", async (_name, bytes, format, failure) => {
    expect(await readText(new Uint8Array(bytes), format)).toEqual({ failure });
  });

  test("entities that stand for each other", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>`;
    const bytes = zipOf([{ name: "word/document.xml", data: Buffer.from(bomb) }]);
    expect(await readText(bytes, "docx")).toEqual({ failure: "damaged" });
  });

  test("what an archive inflates to beyond what it said is not taken", async () => {
    // It says to hold ten bytes, and holds a hundred thousand.
    const { deflateRawSync } = await import("node:zlib");
    const bytes = zipOf([
      {
        name: "word/document.xml",
        deflated: { bytes: deflateRawSync(Buffer.alloc(100_000, "a")), size: 10 },
      },
    ]);
    expect(await readText(bytes, "docx")).toEqual({ failure: "damaged" });
  });

  test("a PDF behind a password", async () => {
    const bytes = await pdfFile(["segreto"], "chiave");
    expect(await readText(new Uint8Array(bytes), "pdf")).toEqual({ failure: "encrypted" });
  });
});

test("what is read is known by the kind of content", () => {
  expect(textFormatOf("text/plain; charset=utf-8")).toBe("plain");
  expect(textFormatOf("application/pdf")).toBe("pdf");
  expect(textFormatOf("application/vnd.oasis.opendocument.spreadsheet")).toBe("odf");
  for (const none of ["image/png", "application/zip", "application/pkcs7-mime", "text/html", ""])
    expect(textFormatOf(none)).toBeNull();
});
