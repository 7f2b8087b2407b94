import { describe, expect, test } from "vitest";
import { markdownBlocks } from "@/lib/platform/markdown-blocks";

describe("a Markdown text as a printed document shows it", () => {
  test("keeps headings, paragraphs and lists, and drops the marks", () => {
    const text =
      "## Titolo\n\nSi **decide**\ndi [proseguire](https://ente.test).\n\n1. uno\n2. due\n\n- *tre*";
    expect(markdownBlocks(text)).toEqual([
      { kind: "subheading", text: "Titolo" },
      { kind: "text", text: "Si decide\ndi proseguire." },
      { kind: "list", items: ["uno", "due"], isOrdered: true },
      { kind: "list", items: ["tre"], isOrdered: false },
    ]);
  });

  test("tells what nests in one line, a table row by row, and nothing of raw HTML", () => {
    expect(markdownBlocks("- uno\n  - due\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<b>x</b>")).toEqual([
      { kind: "list", items: ["uno; due"], isOrdered: false },
      { kind: "text", text: "a · b" },
      { kind: "text", text: "1 · 2" },
      { kind: "text", text: "x" },
    ]);
    expect(markdownBlocks("<script>alert(1)</script>")).toEqual([]);
    expect(markdownBlocks("")).toEqual([]);
  });

  test("keeps as typed what would take too long to read", () => {
    const text = "- ".repeat(5_000);
    expect(markdownBlocks(text)).toEqual([{ kind: "text", text }]);
  });
});
