import { expect, test } from "vitest";
import { comparison, readDraft, sending, stored } from "@/lib/sessions/live/writing/typing";

const draft = { text: "mio", version: 2, sent: [] as string[] };

test("is compared as the portal stores it", () => {
  expect(stored("  Citta\u0300\r\nuno\0 ")).toBe("Città\nuno");
});

test.each([
  ["the same text, whatever the version", draft, { text: " mio ", version: 5 }, "same"],
  ["nobody wrote meanwhile", draft, { text: "prima", version: 2 }, "ahead"],
  [
    "one of one's own, whose answer was lost",
    { ...draft, sent: ["mi"] },
    { text: "mi", version: 3 },
    "ahead",
  ],
  ["somebody else's", { ...draft, sent: ["mi"] }, { text: "loro", version: 3 }, "conflict"],
] as const)("%s", (_name, left, known, expected) => {
  expect(comparison({ ...left, sent: [...left.sent] }, known)).toBe(expected);
});

test("a draft remembers the last five texts on their way", () => {
  const texts = ["a", "b", "c", "d", "e", "f", "b"];
  let known = draft;
  for (const text of texts) known = sending({ ...known, text });
  expect(known.sent).toEqual(["c", "d", "e", "f", "b"]);
});

test.each([null, "", "{", "[]", '{"text":1}', '{"text":"x","version":"2","sent":[]}'])(
  "%s in the store is no draft",
  (text) => {
    expect(readDraft(text)).toBeNull();
  },
);

test("what was put into the store comes out of it", () => {
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
});
