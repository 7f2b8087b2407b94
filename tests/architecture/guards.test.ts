import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { authorisations, transactions, versions } from "../proof/guards/found";
import { type Guard, without } from "../proof/guards/guard";
import { listed } from "../proof/guards/list";
import { read } from "./source";

// npm run proof -- guards takes each away and wants a test to fail; here it is enough that the list still fits.
const guards: Guard[] = [...authorisations(), ...versions(), ...transactions(), ...listed];

test("there are guards of each kind", () => {
  expect(authorisations().length).toBeGreaterThan(40);
  expect(versions().length).toBeGreaterThan(10);
  expect(transactions().length).toBeGreaterThan(40);
  expect(listed.length).toBeGreaterThanOrEqual(30);
});

test("each guard of the list is where it is said to be, and so are its tests", () => {
  for (const guard of guards) {
    const content = read(guard.file);
    expect(without(guard, content), guard.name).not.toBe(content);
    for (const path of guard.tests) expect(existsSync(path), path).toBe(true);
  }
});
