import fc from "fast-check";
import { expect, test } from "vitest";
import { passagesOf } from "@/lib/documents/text/passages";

test("a text is cut between its words", () => {
  const passages = passagesOf("parola ".repeat(2_000));
  expect(passages.length).toBe(3);
  expect(passages.every((one) => one.length <= 6_000 && one.endsWith("parola "))).toBe(true);
});

test("what has no words is cut all the same, but never within a character", () => {
  const passages = passagesOf("😀".repeat(10_000));
  expect(passages.every((one) => one.length > 5_000 || one === passages.at(-1))).toBe(true);
  expect(passages.every((one) => one === Buffer.from(one).toString())).toBe(true);
});

test("put together, passages are the text again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("parola ", "\n", "😀", "x".repeat(500)), { maxLength: 100 }),
      (parts) => {
        const text = parts.join("");
        expect(passagesOf(text).join("")).toBe(text);
      },
    ),
  );
});

test("an empty text has none", () => {
  expect(passagesOf("")).toEqual([]);
});
