import { describe, expect, test } from "vitest";
import { corrected, isNear, plainOf, slips, type Typed, wordsOf } from "@/lib/search/suggestions/spelling";

test.each([
  ["verbale", "verbale", 0],
  ["verbbale", "verbale", 1],
  ["consegan", "consegna", 1],
  ["qualita", "quantita", 2],
  ["", "abc", 3],
  ["abc", "", 3],
])("%s and %s differ by %i", (a, b, count) => {
  expect(slips(a, b)).toBe(count);
});

test.each([
  ["casa", "cassa", true],
  ["casa", "cosce", false],
  ["verbal", "verbale", true],
  ["facilittaroe", "facilitatore", true],
  ["orso", "ornitorinco", false],
])("%s may be meant for %s: %s", (typed, word, near) => {
  expect(isNear(typed, word)).toBe(near);
});

describe("the words of a search", () => {
  const words = (q: string) => wordsOf(q).map(({ text }) => text);

  test("are those that are looked for, in quotation marks too", () => {
    expect(words('Verbbale "della riunnione" di città')).toEqual(["Verbbale", "della", "riunnione", "città"]);
  });

  test("and not what is excluded, is short or is a number", () => {
    expect(words('-verbale bozza -"due parole" 2026 ente e-mail')).toEqual(["bozza", "ente", "mail"]);
  });

  test("are four at most", () => {
    expect(words("alfa bravo charlie delta ecoo foxtrot")).toHaveLength(4);
  });

  test("are compared small and without accents", () => {
    expect(plainOf("QUALITÀ")).toBe("qualita");
  });
});

test("a search is put right in its words alone", () => {
  const q = '"Verbbale della" riunnione -bozza';
  const [first, , second] = wordsOf(q) as [Typed, Typed, Typed];
  const words = new Map([
    [second, "riunione"],
    [first, "verbale"],
  ]);
  expect(corrected(q, words)).toBe('"verbale della" riunione -bozza');
});
