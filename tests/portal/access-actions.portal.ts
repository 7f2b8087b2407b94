import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtActions } from "../support/access/build";
import { callAction, type Fields } from "../support/access/call";
import { tryEverybody, withoutThing } from "../support/access/matrix";
import { type Opened, openPortals } from "../support/access/portals";
import { validCalls } from "../support/access/valid/all";
import { demoOf } from "../support/access/valid/row";

const actions = await builtActions();
const byName = new Map(actions.map((action) => [action.entry?.name, action]));

describe("the access map", () => {
  test("knows every action of the build by a name of its own, and a valid call of it", () => {
    const undeclared = actions
      .filter(({ entry }) => !entry)
      .map(({ file, exported }) => `${file} ${exported}`);
    expect(undeclared).toEqual([]);
    expect(byName.size).toBe(actions.length);
    expect([...byName.keys()].filter((name) => !(name && name in validCalls))).toEqual([]);
    expect(Object.keys(validCalls).filter((name) => !byName.has(name))).toEqual([]);
  });
});

describe.each(openPortals)("through $through, an action is for those whom it names alone", ({ open }) => {
  let portal: Opened;

  beforeAll(async () => {
    portal = await open();
  });
  afterAll(() => portal?.close());

  test.each(Object.entries(validCalls))("%s", async (name, row) => {
    const action = byName.get(name);
    if (!action?.entry) throw new Error(`no action ${name} in the build`);
    const { data, url, cookies } = portal;
    const fields = { this: await row.input(demoOf(data)), absent: {} as Fields };
    fields.absent = ofNothing(fields.this);
    await tryEverybody({
      data,
      cookies,
      entry: action.entry,
      meant: row,
      call: (who, thing) => callAction({ url }, action, fields[thing], { cookie: cookies[who] }),
      writes: true,
    });
  });
});

/** The first identifier is the thing's; those after it say what becomes of it. */
function ofNothing(fields: Fields): Fields {
  const [first] = Object.entries(fields).find(([, value]) => value !== withoutThing(String(value))) ?? [];
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === first ? withoutThing(String(value)) : value,
    ]),
  );
}
