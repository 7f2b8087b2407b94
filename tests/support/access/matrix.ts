import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import type { AudienceRole, Entry } from "@/lib/platform/access-map";
import { inTurn } from "../in-turn";
import type { PortalData } from "../portal";
import { type Cookies, everybody, roles, type Who } from "./accounts";
import { changedTables, everyRow } from "./rows";
import type { Meant } from "./valid/row";

/** What an entry answered, in the words of the matrix: "forbidden", "notFound", "signInAgain", "done", "redirect", … */
export type Answer = { status: number; result: string; text: string };

/**
 * What an entry answers once it answers: a portal with too much to do says so and asks to come back, which is no answer
 * about rights.
 */
export async function onceAnswered<A extends Answer>(call: () => Promise<A>): Promise<A> {
  let answer = await call();
  for (let tries = 0; tries < 10 && (answer.status === 503 || answer.result === "unavailable"); tries += 1) {
    await wait(500);
    answer = await call();
  }
  return answer;
}

export type Trial = {
  data: Pick<PortalData, "rows">;
  cookies: Cookies;
  entry: Entry;
  meant: Meant;
  /** makes the call; with `absent` for a thing that does not exist */
  call: (who: Who, thing: "this" | "absent") => Promise<Answer>;
  /** the same call by whom it is for, as it may not be made: from elsewhere, with arguments of the wrong shape */
  spoilt?: (() => Promise<Answer>)[];
  /** the call writes: after the right one, and only then, rows differ */
  writes: boolean;
};

/**
 * Makes one call as everybody. Whoever is not meant is refused for that reason and no other, and no row of any table
 * is inserted, changed or deleted; whoever must not know of the thing gets the very answer that one gets for a thing
 * that does not exist. The call is then shown to be valid by making it as somebody who may.
 */
export async function tryEverybody({
  data,
  entry,
  meant,
  spoilt = [],
  writes,
  ...trial
}: Trial): Promise<void> {
  const call: Trial["call"] = (who, thing) => onceAnswered(() => trial.call(who, thing));
  const { right, also = [], hiddenFrom = [] } = meant;
  const wrong = everybody.filter((who) => who !== right && !also.includes(who));
  const before = await everyRow(data);
  const answers = await inTurn(wrong, async (who) => ({ who, ...(await call(who, "this")) }));
  for (const { who, result } of answers) {
    const refusals = refusalsFor(who, entry.audience, hiddenFrom);
    expect.soft(refusals, `${who} was answered ${result}`).toContain(result);
  }
  for (const { who, status, text } of answers.filter(({ who }) => hiddenFrom.includes(who)).slice(0, 2)) {
    const absent = await call(who, "absent");
    expect.soft({ status, text: plain(text) }, `what ${who} learns`).toEqual({
      status: absent.status,
      text: plain(absent.text),
    });
  }
  const odd = await inTurn(spoilt, onceAnswered);
  expect(odd.filter(({ result }) => !refusedAsSpoilt.test(result))).toEqual([]);
  expect(changedTables(before, await everyRow(data)), "tables that refused calls changed").toEqual([]);

  const good = await call(right, "this");
  expect(["redirect", "done"], `${right} was answered ${good.text.slice(0, 500)}`).toContain(good.result);
  const changed = changedTables(before, await everyRow(data));
  if (writes) expect(changed).not.toEqual([]);
  else expect(changed).toEqual([]);
  expect([right, ...also].filter((who) => !declares(entry.audience, who))).toEqual([]);
}

/** Refused before anything is asked of the thing; the framework itself answers 500 to an action from elsewhere. */
const refusedAsSpoilt = /^(?:forbidden|checkFields|badRequest|HTTP (?:400|403|500))$/;

/** The first row of each kind: what is tried of all rows where the long form tries them all. */
export function firstOfEach<Row>(rows: readonly Row[], kindOf: (row: Row) => string | undefined): Row[] {
  const kinds = new Map(rows.toReversed().map((row) => [kindOf(row), row]));
  return rows.filter((row) => kinds.get(kindOf(row)) === row);
}

function refusalsFor(who: Who, audience: readonly AudienceRole[], hiddenFrom: readonly Who[]): string[] {
  if (who === "nobody" && !audience.includes("anyone")) return ["signInAgain"];
  return hiddenFrom.includes(who) ? ["notFound"] : ["forbidden", "notFound"];
}

/** Whether an entry says that it is for this account. */
function declares(audience: readonly AudienceRole[], who: Who): boolean {
  if (audience.includes("anyone")) return true;
  return who !== "nobody" && (audience.includes("signed-in") || audience.includes(roles[who]));
}

const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same text for another thing: every identifier in it is one of nothing. */
export function withoutThing(text: string): string {
  return text.replace(identifier, () => crypto.randomUUID());
}

/** A text in which one thing looks like another. */
export function plain(text: string): string {
  return text.replace(identifier, "…");
}
