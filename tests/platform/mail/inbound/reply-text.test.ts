import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOfHtml } from "@/lib/platform/mail/inbound/html-to-text";
import { replyText } from "@/lib/platform/mail/inbound/reply-text";
import { pages, samples } from "@/tests/support/mailed-replies";

describe("what was typed in answer", () => {
  test.each(samples)("with $program", ({ text, typed }) => {
    expect(replyText(text)).toBe(typed);
  });

  test.each(pages)("as a page alone, with $program", ({ text, typed }) => {
    expect(replyText(textOfHtml(text))).toBe(typed);
  });

  test("is found in no more time than the text has lines, whatever stands in it", () => {
    const hostile = [
      "On ".repeat(100_000),
      "> ".repeat(200_000),
      "Il giorno \n".repeat(50_000),
      "Da: x\n".repeat(50_000),
      `${"_".repeat(200_000)}\n`,
      " \n".repeat(100_000),
      "questo messaggio ".repeat(50_000),
    ];
    for (const text of hostile) {
      const begin = performance.now();
      replyText(text);
      expect(performance.now() - begin).toBeLessThan(2_000);
    }
  });

  test("is nothing that was not in the mail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const known = new Set([...text, "\\", "\n", " "]);
        expect([...replyText(text)].filter((sign) => !known.has(sign))).toEqual([]);
      }),
    );
  });
});

test("a page that nests without end has a text all the same", () => {
  expect(textOfHtml(`${"<div>".repeat(5_000)}fondo`)).toBe("");
  expect(textOfHtml("<p>cima</p>".repeat(3))).toBe("cima\n\ncima\n\ncima");
});
