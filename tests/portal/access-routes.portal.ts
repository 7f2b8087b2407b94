import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportableLists } from "@/app/api/export/registry";
import type { Who } from "../support/access/accounts";
import { builtHandlers } from "../support/access/build";
import { type Answer, firstOfEach, tryEverybody, withoutThing } from "../support/access/matrix";
import { type Opened, openPortals } from "../support/access/portals";
import { ask } from "../support/access/request";
import type { Asked, RouteRow } from "../support/access/valid/route-row";
import { validRequests } from "../support/access/valid/routes";
import { demoOf } from "../support/access/valid/row";
import { isProof } from "../support/proof";

const handlers = await builtHandlers();
const entries = new Map(handlers.map(({ entry }) => [entry?.name, entry]));
const rows = Object.entries(validRequests);
const audienceOf = ([, row]: [string, RouteRow]) => entries.get(row.entry)?.audience.toSorted().join();

describe("the access map", () => {
  test("knows every route handler of the build by a name of its own, and a valid request for it", () => {
    const undeclared = handlers.filter(({ entry }) => !entry).map(({ file, verb }) => `${file} ${verb}`);
    expect(undeclared).toEqual([]);
    const files = new Set(handlers.map(({ file, entry }) => `${entry?.name} ${file}`));
    expect(files.size).toBe(entries.size);
    const asked = new Set(rows.map(([, { entry }]) => entry));
    expect([...entries.keys()].filter((name) => !(name && asked.has(name)))).toEqual([]);
    expect([...asked].filter((name) => !entries.has(name))).toEqual([]);
  });

  test("has a request for every list that can be written out", () => {
    const asked = rows.map(([what]) => what);
    const names = { events: "the log", deliverables: "the list of deliverables" } as Record<string, string>;
    const missing = [...exportableLists.keys()].filter(
      (name) => !asked.includes(names[name] ?? `the list of ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(openPortals)(
  "through $through, a route answers those whom it names alone",
  ({ open, isWhole }) => {
    let portal: Opened;

    beforeAll(async () => {
      portal = await open();
    });
    afterAll(() => portal?.close());

    test.each(isWhole || isProof ? rows : firstOfEach(rows, audienceOf))("%s", async (_what, row) => {
      const entry = entries.get(row.entry);
      if (!entry) throw new Error(`no route ${row.entry} in the build`);
      const { data, url, cookies, dataDir } = portal;
      const page = async (path: string, who: Who) => (await ask(url, { path }, cookies[who])).text;
      const asked = await row.input(demoOf(data), page);
      const writes = asked.fields !== undefined || asked.file !== undefined || row.isRecorded === true;
      const kept = storedFiles(dataDir);
      const call = async (who: Who, thing: "this" | "absent"): Promise<Answer> => {
        const answer = await ask(url, thing === "this" ? asked : ofNothing(asked), cookies[who]);
        if (who !== row.right) expect(storedFiles(dataDir), `files after ${who}`).toEqual(kept);
        return answer;
      };
      await tryEverybody({ data, cookies, entry, meant: row, call, writes });
    });
  },
);

/** The first identifier of the address is the thing's. */
function ofNothing({ path, ...rest }: Asked): Asked {
  const [start = ""] = /^.*?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(path) ?? [path];
  return { path: withoutThing(start) + path.slice(start.length), ...rest };
}

function storedFiles(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .sort();
}
