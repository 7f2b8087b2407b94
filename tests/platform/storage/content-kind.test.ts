import { describe, expect, test } from "vitest";
import { allowedExtensions, checkContent } from "@/lib/platform/storage/content-kind";

const ascii = (text: string) => Buffer.from(text, "latin1");
const pdf = ascii("%PDF-1.7\n%âãÏÓ\n1 0 obj\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
]);
const exe = Buffer.concat([ascii("MZ"), Buffer.alloc(200), ascii("PE\0\0")]);
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)]);
const gif = ascii("GIF89a/*<script>alert(1)</script>*/=1;");
const signedDer = Buffer.from("308006092a864886f70d010702a0803080020101", "hex");

/** The first entry of a ZIP archive, stored without compression. */
function zip(name: string, content = ""): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, ascii(name), ascii(content)]);
}

const odt = zip("mimetype", "application/vnd.oasis.opendocument.text");

describe("takes what agrees with its name", () => {
  test.each([
    ["relazione.pdf", pdf, "application/pdf"],
    ["RELAZIONE.PDF", pdf, "application/pdf"],
    ["foto.png", png, "image/png"],
    ["foto.jpeg", jpg, "image/jpeg"],
    ["foto.jpg", jpg, "image/jpeg"],
    ["bozza.odt", odt, "application/vnd.oasis.opendocument.text"],
    ["cartella.zip", zip("dati/a.txt", "a"), "application/zip"],
    [
      "modello.docx",
      zip("word/document.xml", "<w/>"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["note.txt", Buffer.from("Verifica àèìòù\n"), "text/plain; charset=utf-8"],
    ["vecchio.csv", ascii("nome;citt\xe0\n"), "text/csv; charset=utf-8"],
    ["appunti.md", Buffer.from("# Titolo\n<div align=center>testo</div>"), "text/markdown; charset=utf-8"],
    ["atto.pdf.p7m", signedDer, "application/pkcs7-mime"],
    ["atto.p7m", ascii(signedDer.toString("base64")), "application/pkcs7-mime"],
  ])("%s", async (name, head, mimeType) => {
    expect(await checkContent(head, name)).toEqual({ mimeType });
  });
});

describe("refuses", () => {
  test.each([
    ["a program", "setup.exe", exe],
    ["a program called document", "relazione.pdf", exe],
    ["a program of Linux called text", "note.txt", elf],
    ["a page", "pagina.html", ascii("<!doctype html><p>ciao")],
    ["a page called text", "pagina.txt", ascii("\n <!DOCTYPE html><script>alert(1)</script>")],
    ["a page behind an extension", "relazione.pdf.html", pdf],
    ["a page called document", "relazione.pdf", ascii("<html><body>%PDF-1.7")],
    ["a drawing", "disegno.svg", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["a drawing called picture", "disegno.png", ascii("<svg onload='alert(1)'/>")],
    ["a drawing called text", "disegno.txt", ascii("<?xml version='1.0'?><svg/>")],
    ["a script", "avvio.sh", ascii("#!/bin/sh\nrm -rf /")],
    ["a script called text", "avvio.txt", ascii("#!/bin/sh\nrm -rf /")],
    ["a picture that is also a script", "immagine.jpg", gif],
    ["a picture called document", "foto.pdf", png],
    ["a text document called sheet", "tabella.ods", odt],
    ["a document of macros", "macro.docm", zip("word/document.xml")],
    ["bytes called text", "note.txt", Buffer.from([0x61, 0, 0x62])],
    ["bytes called sheet", "dati.csv", Buffer.from([0, 1, 2, 3])],
    ["an archive called document", "relazione.pdf", zip("a")],
    ["a program in a signed envelope", "virus.exe.p7m", signedDer],
    ["an envelope that holds no signature", "atto.pdf.p7m", ascii("MIIabc")],
    ["no extension", "relazione", pdf],
    ["a name of the language itself", "a.constructor", pdf],
  ])("%s", async (_what, name, head) => {
    await expect(checkContent(head, name)).rejects.toMatchObject({
      code: "portal.fileKindForbidden",
      params: { allowed: allowedExtensions.join(", ") },
    });
  });
});
