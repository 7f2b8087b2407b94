import { expect, test } from "vitest";
import { excerptOf } from "@/lib/forum/excerpt";

test.each([
  ["> **Ada ha scritto:**\n>\n> Sì\n\nNo", "Ada ha scritto: Sì No"],
  ["# Titolo\n- uno\n- [due](https://ente.test/x)", "Titolo uno due"],
  ["", ""],
])("excerptOf(%j) is one line without marks", (markdown, line) => {
  expect(excerptOf(markdown)).toBe(line);
});

test("an excerpt of a long text says that it goes on", () => {
  expect(excerptOf("parola ".repeat(1_000), 20)).toBe("parola parola parola…");
  expect(excerptOf("x".repeat(20), 20)).toBe("x".repeat(20));
});
