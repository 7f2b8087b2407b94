import { describe, expect, test } from "vitest";
import { compareTexts } from "@/lib/documents/text/compare";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `Riga ${from + index}`).join("\n");

describe("two texts", () => {
  test("that are the same differ in nothing", () => {
    expect(compareTexts("Uno\nDue", "Uno\nDue\n")).toMatchObject({ added: 0, removed: 0 });
  });

  test("differ by the words of a line that took another's place", () => {
    expect(compareTexts("La scadenza è il 3 marzo.\n", "La scadenza è il 9 aprile.\n")).toEqual({
      added: "9".length + "aprile".length,
      removed: "3".length + "marzo".length,
      parts: [
        {
          pieces: [
            { kind: "same", text: "La scadenza è il " },
            { kind: "removed", text: "3" },
            { kind: "added", text: "9" },
            { kind: "same", text: " " },
            { kind: "removed", text: "marzo" },
            { kind: "added", text: "aprile" },
            { kind: "same", text: ".\n" },
          ],
        },
      ],
    });
  });

  test("are shown around what differs, and how much is left out", () => {
    const found = compareTexts(`${lines(1, 100)}\nVecchia`, `${lines(1, 100)}\nVecchia\nNuova`);
    expect(found?.parts).toEqual([
      { left: 98 },
      {
        pieces: [
          { kind: "same", text: "Riga 99\nRiga 100\nVecchia\n" },
          { kind: "added", text: "Nuova\n" },
        ],
      },
    ]);
  });

  test("of which one is empty are all added, or all removed", () => {
    expect(compareTexts("", "Uno")?.parts).toEqual([{ pieces: [{ kind: "added", text: "Uno\n" }] }]);
    expect(compareTexts("Uno", "")?.parts).toEqual([{ pieces: [{ kind: "removed", text: "Uno\n" }] }]);
  });

  test("that have nothing in common are not compared for ever", () => {
    const noise = (seed: number) =>
      Array.from({ length: 60_000 }, (_, index) => String((index * 7_919 + seed) % 104_729)).join("\n");
    const start = performance.now();
    const found = compareTexts(noise(1), noise(50_000));
    expect(performance.now() - start).toBeLessThan(5_000);
    // A fast machine may find the way in time.
    if (found) expect(found.added).toBeGreaterThan(0);
  });
});
