import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { read, root, sourceFiles } from "@/tests/architecture/source";

type Table = Record<string, Record<string, string>>;

/** The tables of docs/states.md by heading; a dash stands for a state without a way out. */
function written(): Record<string, Table> {
  const tables: Record<string, Table> = {};
  let heading = "";
  for (const line of read("docs/states.md").split("\n")) {
    heading = /^## (.+)$/.exec(line)?.[1] ?? heading;
    const [, state, move, to] = /^\| ([A-Z_]+) \| (\w+|—) \| ([A-Z_]+|—) \|$/.exec(line) ?? [];
    if (!state || !move || !to) continue;
    const table = tables[heading] ?? {};
    tables[heading] = table;
    table[state] = { ...table[state], ...(move === "—" ? {} : { [move]: to }) };
  }
  return tables;
}

/** The `<thing>Transitions` of every lifecycle.ts, under the heading that they stand for: "Programme". */
async function coded(): Promise<Record<string, Table>> {
  const tables: Record<string, Table> = {};
  for (const file of sourceFiles("lib").filter((one) => one.endsWith("/lifecycle.ts"))) {
    const exported: Record<string, unknown> = await import(
      /* @vite-ignore */ pathToFileURL(join(root, file)).href
    );
    for (const [name, table] of Object.entries(exported)) {
      const thing = /^(\w+)Transitions$/.exec(name)?.[1];
      if (thing) tables[heading(thing)] = table as Table;
    }
  }
  return tables;
}

function heading(thing: string): string {
  const words = thing.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

test("docs/states.md says what lifecycle.ts does", async () => {
  expect(await coded()).toEqual(written());
});
