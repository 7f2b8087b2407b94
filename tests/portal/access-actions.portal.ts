import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accounts, addStrangers, type Cookies, roles, signInAll } from "../support/access/accounts";
import { type BuiltAction, builtActions } from "../support/access/build";
import { callAction } from "../support/access/call";
import { connect, type Database } from "../support/access/database";
import { changedTables, everyRow } from "../support/access/rows";
import { validCalls } from "../support/access/valid/all";
import { demoOf } from "../support/access/valid/row";
import { openData, type PortalProcess, startWeb } from "../support/portal";

const actions = await builtActions();
const byName = new Map(actions.map((action) => [action.entry?.name, action]));

describe("the access map", () => {
  test("knows every action of the build by a name of its own, and a valid call of it", () => {
    const undeclared = actions
      .filter((action) => !action.entry)
      .map(({ file, exported }) => `${file} ${exported}`);
    expect(undeclared).toEqual([]);
    expect(byName.size).toBe(actions.length);
    expect([...byName.keys()].filter((name) => !(name && name in validCalls))).toEqual([]);
    expect(Object.keys(validCalls).filter((name) => !byName.has(name))).toEqual([]);
  });
});

describe("an action", () => {
  let data: Database;
  let portal: PortalProcess;
  let cookies: Cookies;

  beforeAll(async () => {
    const opened = await openData();
    data = await connect(opened);
    await addStrangers(data);
    portal = await startWeb(opened);
    cookies = await signInAll(portal);
  });
  afterAll(async () => {
    await data?.end();
    await portal?.stop();
  });

  test.each(Object.keys(validCalls))("%s is refused to all but those whom it is for", async (name) => {
    const action = byName.get(name) as BuiltAction;
    const row = validCalls[name] as (typeof validCalls)[string];
    const fields = await row.input(demoOf(data));
    const { audience = [] } = action.entry ?? {};
    const call = (who: keyof Cookies) => callAction(portal, action, fields, { cookie: cookies[who] });

    const before = await everyRow(data);
    const wrong = accounts.filter((one) => one !== row.right && !row.also?.includes(one));
    const answers = await Promise.all(wrong.map(async (who) => [who, (await call(who)).result] as const));
    const allowed = wrong.map((who) => [
      who,
      row.hiddenFrom?.includes(who) ? ["notFound"] : ["forbidden", "notFound"],
    ]);
    for (const [index, [who, result]] of answers.entries()) {
      expect.soft(allowed[index]?.[1], `${who} was answered ${result}`).toContain(result);
    }
    if (!audience.includes("anyone")) expect.soft((await call("nobody")).result).toBe("signInAgain");
    expect(changedTables(before, await everyRow(data))).toEqual([]);

    const good = await call(row.right);
    expect(
      ["redirect", "done"],
      `${row.right} was answered ${good.result} ${JSON.stringify(good.fieldErrors)}`,
    ).toContain(good.result);
    expect(changedTables(before, await everyRow(data))).not.toEqual([]);
    const entitled = [row.right, ...(row.also ?? [])]
      .filter((who) => who !== "nobody")
      .map((who) => roles[who]);
    if (!audience.includes("anyone") && !audience.includes("signed-in"))
      expect(entitled.filter((role) => !audience.includes(role))).toEqual([]);
  });
});
