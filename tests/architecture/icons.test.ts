import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconSheet } from "@/scripts/icons";

test("the sheet of icons holds what the list names, as Lucide draws it (npm run icons)", () => {
  expect(readFileSync("components/ui/icons.svg", "utf8")).toBe(iconSheet());
});
