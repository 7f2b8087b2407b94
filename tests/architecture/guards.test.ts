import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { authorisations, transactions, versions } from "../proof/guards/found";
import { without } from "../proof/guards/guard";
import { listed } from "../proof/guards/list";
import { read } from "./source";

// npm run proof -- guards takes each away and wants a test to fail; here it is enough that the list still fits.
const tested = [...authorisations(), ...versions(), ...listed];

test("there are guards of each kind", () => {
  expect(authorisations().length).toBeGreaterThan(40);
  expect(versions().length).toBeGreaterThan(10);
  expect(transactions().length).toBeGreaterThan(40);
  expect(listed.length).toBeGreaterThanOrEqual(30);
});

test("each guard of the list is where it is said to be, and so are its tests", () => {
  for (const change of [...tested, ...transactions()]) {
    const content = read(change.file);
    expect(without(change, content), change.name).not.toBe(content);
  }
  for (const { name, tests } of tested) {
    for (const path of tests) expect(existsSync(path), `${path} for ${name}`).toBe(true);
  }
});
