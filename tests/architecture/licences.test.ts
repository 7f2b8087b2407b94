import { expect, test } from "vitest";
import { licences, needlessExceptions } from "@/scripts/supply/licences.mjs";

test("every package of the running portal has a licence that is accepted", () => {
  const all = licences();
  expect(all.length).toBeGreaterThan(100);
  expect(
    all.filter(({ isAccepted }) => !isAccepted).map(({ name, licence }) => `${name}: ${licence}`),
  ).toEqual([]);
});

test("no exception outlives its need", () => {
  expect(needlessExceptions()).toEqual([]);
});
