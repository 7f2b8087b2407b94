import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtActions } from "../support/access/build";
import { callAction, callRaw, type Fields } from "../support/access/call";
import { elsewhere, notForms, shapes, strangeTexts } from "../support/access/hostile";
import { firstOfEach, tryEverybody, withoutThing } from "../support/access/matrix";
import { type Opened, openPortals } from "../support/access/portals";
import { validCalls } from "../support/access/valid/all";
import { demoOf, type Row } from "../support/access/valid/row";
import { inTurn } from "../support/in-turn";
import { isProof } from "../support/proof";

const actions = await builtActions();
const byName = new Map(actions.map((action) => [action.entry?.name, action]));
const rows = Object.entries(validCalls);
const audienceOf = ([name]: [string, Row]) => byName.get(name)?.entry?.audience.toSorted().join();
const oneOfEach = firstOfEach(rows, audienceOf);
const needed = oneOfEach.flatMap(([name, { needs = [] }]) => [name, ...needs]);

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

describe.each(openPortals)(
  "through $through, an action is for those whom it names alone",
  ({ open, isWhole }) => {
    let portal: Opened;

    beforeAll(async () => {
      portal = await open();
    });
    afterAll(() => portal?.close());

    const tried = isWhole || isProof ? rows : rows.filter(([name]) => needed.includes(name));
    test.each(tried)("%s", async (name, row) => {
      const action = byName.get(name);
      if (!action?.entry) throw new Error(`no action ${name} in the build`);
      const { data, url, cookies } = portal;
      const fields = { this: await row.input(demoOf(data)), absent: {} as Fields };
      fields.absent = ofNothing(fields.this);
      const cookie = cookies[row.right];
      const send = (odd: Fields) => callAction({ url }, action, odd, { cookie });
      await tryEverybody({
        data,
        cookies,
        entry: action.entry,
        meant: row,
        call: (who, thing) => callAction({ url }, action, fields[thing], { cookie: cookies[who] }),
        spoilt: [
          ...elsewhere.map((from) => () => callAction({ url }, action, fields.this, { cookie, ...from })),
          ...shapes(fields.this).map((odd) => () => send(odd)),
          ...notForms.map((parts) => () => callRaw({ url }, action, parts, { cookie })),
        ],
        writes: true,
      });
      if (!isProof && !needed.includes(name)) return;
      // What is odd and no offence may be taken, now that the right call has shown that it was right.
      const strange = await inTurn(strangeTexts(fields.this), send);
      expect(strange.filter(({ status, result }) => status >= 500 || result === "unexpected")).toEqual([]);
    });
  },
);

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
