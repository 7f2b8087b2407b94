import { expect, test } from "vitest";
import { freeSlug, slugOf } from "@/lib/platform/slug";

test.each([
  ["Città metropolitana di Bologna", "citta-metropolitana-di-bologna"],
  ["  L’Università – Àncora! ", "l-universita-ancora"],
  ["日本", "ente"],
  ["Nuovo", "ente"],
  ["a".repeat(200), "a".repeat(80)],
])("of %s the address is %s", (name, slug) => {
  expect(slugOf(name, { instead: "ente", reserved: ["nuovo"] })).toBe(slug);
});

test("an address that is taken bears the first number that is free", () => {
  expect(freeSlug("scheda", new Set())).toBe("scheda");
  expect(freeSlug("scheda", new Set(["scheda", "scheda-2", "scheda-4"]))).toBe("scheda-3");
});
