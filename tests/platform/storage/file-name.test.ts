import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanFileName, contentDisposition, extensionOf } from "@/lib/platform/storage/file-name";

describe("cleanFileName", () => {
  test.each([
    ["relazione finale.pdf", "relazione finale.pdf"],
    ["../../etc/passwd", "passwd"],
    ["..\\..\\windows\\system32\\relazione.docx", "relazione.docx"],
    ["/srv/dati/elenco.csv", "elenco.csv"],
    ["C:\\Documenti\\bozza.odt", "bozza.odt"],
    ["..", "file"],
    ["", "file"],
    ["   ", "file"],
    [".pdf", "file.pdf"],
    [".htaccess", "file.htaccess"],
    ["nome\r\nSet-Cookie: a=b.pdf", "nomeSet-Cookie: a=b.pdf"],
    ["nul\0lo.txt", "nullo.txt"],
    ["fattura\u202Efdp.exe", "fatturafdp.exe"],
    ["\u200Fنص.pdf", "نص.pdf"],
    ["zero\u200B\uFEFFlarghezza.pdf", "zerolarghezza.pdf"],
    ['un “nome” con "virgolette" e l\'apostrofo.pdf', 'un “nome” con "virgolette" e l\'apostrofo.pdf'],
    ["citta\u0300.pdf", "città.pdf"],
    ["punto finale.pdf. ", "punto finale.pdf"],
    ["atto.pdf.p7m", "atto.pdf.p7m"],
    ["mezza coppia \ud83d.txt", "mezza coppia.txt"],
  ])("%j becomes %j", (given, wanted) => {
    expect(cleanFileName(given)).toBe(wanted);
  });

  test("is cut to 200 characters, not through a character, and keeps its extension", () => {
    const long = cleanFileName(`${"a".repeat(300)}.docx`);
    expect(long).toHaveLength(200);
    expect(long.endsWith("aaa.docx")).toBe(true);
    const wide = cleanFileName(`${"😀".repeat(300)}.pdf`);
    expect([...wide]).toHaveLength(200);
    expect(wide.endsWith("😀.pdf")).toBe(true);
  });

  test("whatever comes in, a plain name goes out, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(clean.length).toBeGreaterThan(0);
        expect([...clean].length).toBeLessThanOrEqual(200);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });
});

test("extensionOf reads the last extension only", () => {
  expect(extensionOf("a.tar.GZ")).toBe("gz");
  expect(extensionOf("x.pdf.html")).toBe("html");
  expect(extensionOf("senza")).toBe("");
});

describe("contentDisposition", () => {
  test("is an attachment with a plain name and the exact one", () => {
    expect(contentDisposition("qualità dell'aria.pdf")).toBe(
      "attachment; filename=\"qualita dell'aria.pdf\"; filename*=UTF-8''qualit%C3%A0%20dell%27aria.pdf",
    );
  });

  test("quotes, percent signs and line ends cannot leave the parameter", () => {
    const header = contentDisposition('a"; filename="evil.exe\r\nX: y%41\\.pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(/^attachment; filename="([^"\\%]*)"; filename\*=UTF-8''[A-Za-z0-9%_.!~-]*$/.test(header)).toBe(
      true,
    );
  });

  test("holds for any name: one line, ASCII, two parameters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%_.!~-]+$/,
        );
      }),
    );
  });
});
