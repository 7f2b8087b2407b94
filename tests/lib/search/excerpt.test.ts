import { describe, expect, test } from "vitest";
import { excerptOf, markPieces, type Piece, plainText } from "@/lib/search/excerpt";

const shown = (pieces: Piece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");

describe("found words", () => {
  test("are marked in the text as it is written, accents and all", () => {
    const pieces = markPieces(
      "Qualità delle consegne, in città",
      "Qualita delle \uE000consegne\uE001, in \uE000citta\uE001",
    );
    expect(shown(pieces)).toBe("Qualità delle [consegne], in [città]");
  });

  test("are not marked at all where the two texts have other words", () => {
    expect(shown(markPieces("½ giorno", " 1/2 \uE000giorno\uE001"))).toBe("½ giorno");
  });

  test("stay plain text, whatever it looks like", () => {
    const pieces = markPieces("<b>x</b>", "<b>\uE000x\uE001</b>");
    expect(pieces).toEqual([
      { text: "<b>", isMarked: false },
      { text: "x", isMarked: true },
      { text: "</b>", isMarked: false },
    ]);
  });
});

describe("an excerpt", () => {
  const long = "parola ".repeat(200);

  test("stands around the first found word", () => {
    const text = shown(
      excerptOf([
        { text: long, isMarked: false },
        { text: "qui", isMarked: true },
        { text: ` ${long}`, isMarked: false },
      ]),
    );
    expect(text).toMatch(/^… parola.* \[qui\] parola.* …$/);
    expect(text.length).toBeLessThan(300);
  });

  test("is the beginning where no word was found, and the whole of a short text", () => {
    expect(shown(excerptOf([{ text: long, isMarked: false }]))).toMatch(/^parola.* …$/);
    expect(shown(excerptOf([{ text: "breve", isMarked: false }]))).toBe("breve");
    expect(excerptOf([])).toEqual([]);
  });

  test("copes with a text without spaces", () => {
    const pieces = [
      { text: "a".repeat(5_000), isMarked: false },
      { text: "b", isMarked: true },
      { text: "c".repeat(5_000), isMarked: false },
    ];
    expect(shown(excerptOf(pieces)).length).toBeLessThan(400);
  });
});

test("a Markdown text becomes plain words", () => {
  expect(plainText("# Uno\n\n> - **due** [tre](https://a.test)\n1. `quattro`\uE000")).toBe(
    "Uno due tre quattro",
  );
});
