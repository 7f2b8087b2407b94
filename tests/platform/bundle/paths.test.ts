import { describe, expect, test } from "vitest";
import { pathGiver, withWords } from "@/lib/platform/bundle/paths";

const one = (folders: string[], filename: string) => pathGiver()(folders, filename);

describe("a path in an archive", () => {
  test.each([
    [["Enti", "Valfiorita"], "relazione.pdf", "Enti/Valfiorita/relazione.pdf"],
    [[".."], "../../etc/passwd", "file/_..-etc-passwd"],
    [["a/b\\c"], "x.pdf", "a-b-c/x.pdf"],
    [["C:"], "C:\\autoexec.pdf", "C-/C--autoexec.pdf"],
    [["/"], "/x.pdf", "_/_x.pdf"],
    [[" . "], " .pdf", "file/file.pdf"],
    [["Materiale"], "fattura\u202efdp.exe.pdf", "Materiale/fatturafdp.exe.pdf"],
    [["CON"], "aux.pdf", "_CON/_aux.pdf"],
    [["=1+1"], "+x.pdf", "_1+1/_x.pdf"],
    [[], "a\nb\u0000c\u2028.pdf", "abc.pdf"],
    [["Incontro: avvio?"], "x|y*.pdf", "Incontro- avvio-/x-y-.pdf"],
  ])("of %j and %j is %s", (folders, filename, path) => {
    const given = one(folders, filename);
    expect(given).toBe(path);
    expect(given.split("/")).not.toContain("..");
    expect(given).not.toMatch(/^[/\\]|[\\\p{Cc}]/u);
  });

  test("bears names of any length, with their ending, within what a file system holds", () => {
    for (const sign of ["a", "è", "中", "😀"]) {
      const path = one([sign.repeat(300)], `${sign.repeat(300)}.pdf.p7m`);
      const [folder = "", file = ""] = path.split("/");
      expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(40);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(96);
      expect(file.endsWith(".pdf.p7m")).toBe(true);
      expect(path).not.toContain("\ufffd");
    }
  });

  test("is given once, whatever the case and the way to write an accent", () => {
    const give = pathGiver();
    const names = [
      "Relazione.pdf",
      "relazione.PDF",
      "RELAZIONE.pdf",
      "relazione (2).pdf",
      "caffè.pdf",
      "caffe\u0300.pdf",
    ];
    const paths = names.map((name) => give(["A"], name));
    expect(new Set(paths.map((path) => path.normalize("NFC").toLowerCase())).size).toBe(names.length);
    expect(paths[1]).toBe("A/relazione (2).PDF");
  });

  test("of a folder is not that of a file", () => {
    const give = pathGiver();
    expect(give([], "a.pdf")).toBe("a.pdf");
    expect(give(["a.pdf"], "b.pdf")).toBe("a.pdf_/b.pdf");
    expect(give(["a.pdf"], "c.pdf")).toBe("a.pdf_/c.pdf");
    expect(give([], "A.PDF_")).not.toBe("A.PDF_");
  });

  test("of ten thousand files of one name is found at once", () => {
    const give = pathGiver();
    const paths = new Set(Array.from({ length: 10_000 }, () => give(["A"], "x.pdf")));
    expect(paths.size).toBe(10_000);
    expect(paths.has("A/x (10000).pdf")).toBe(true);
  });
});

test("words stand before all of the ending", () => {
  expect(withWords("relazione.pdf.p7m", ", versione 2")).toBe("relazione, versione 2.pdf.p7m");
  expect(withWords("senza", " (2)")).toBe("senza (2)");
});
