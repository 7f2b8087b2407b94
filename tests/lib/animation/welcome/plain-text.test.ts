import { expect, test } from "vitest";
import { plainText } from "@/lib/animation/welcome/plain-text";

test("a mail shows a text without its marks, and links with their address", () => {
  const markdown =
    "## Per cominciare\n\nLeggete la **guida** ([qui](https://esempio.test/guida)) e `note.txt`.\n\n- uno\n- due\n";
  expect(plainText(markdown)).toBe(
    "Per cominciare\n\nLeggete la guida (qui (https://esempio.test/guida)) e note.txt.\n\n- uno\n- due",
  );
  expect(plainText(" \n ")).toBe("");
});
