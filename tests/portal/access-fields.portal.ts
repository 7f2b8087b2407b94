import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Who } from "../support/access/accounts";
import { aFile, answers } from "../support/access/answers";
import { addressOf, builtPages } from "../support/access/build";
import { addressesFor, canaries, namesAddresses, readers } from "../support/access/canaries";
import { type Content, contentOf } from "../support/access/names-in";
import { type Opened, openPortals } from "../support/access/portals";
import { everyProperty, propertiesFor } from "../support/access/properties";
import { noSecrets, plantSecrets, secretColumns, secrets } from "../support/access/secrets";
import { pageRow } from "../support/access/valid/pages";
import type { Asked } from "../support/access/valid/route-row";
import { validRequests } from "../support/access/valid/routes";
import { demoOf } from "../support/access/valid/row";
import { inTurn } from "../support/in-turn";
import { isProof } from "../support/proof";

/** A page, or what `validRequests` calls this. */
type Question = Asked & { what: string };
type Sent = Content & { what: string; path: string; status: number };

const aPage = "a page";
let portal: Opened;
let addresses: string[];
let planted: Record<string, string>;
const sent = new Map<Who, Sent[]>();

beforeAll(async () => {
  portal = await openPortals[0].open();
  const demo = demoOf(portal.data);
  const questions: Question[] = [...(await pagesAsked()), ...(await routesAsked())];
  const { id } = await demo.edition<"id">("select id from programme where id = $1");
  for (const { plant, text, page } of canaries) {
    const params = await demo.row<string>(plant, [id, text]);
    if (page) questions.push({ what: aPage, path: addressOf(page, params) });
  }
  planted = await plantSecrets(demo);
  const people = await portal.data.rows<{ email: string }>("select email from person");
  addresses = people.map(({ email }) => email);
  for (const who of readers) {
    // Public pages never look at who reads them: one reader is enough.
    const asked = questions.filter(
      ({ what, path }) => who === "nobody" || what !== aPage || isReserved(path),
    );
    sent.set(who, await inTurn(asked, (question) => ask(question, who)));
  }
}, 600_000);
afterAll(() => portal?.close());

const isReserved = (path: string) => path.startsWith("/area");

async function pagesAsked(): Promise<Question[]> {
  const demo = demoOf(portal.data);
  return inTurn(builtPages(), async (page) => ({
    what: aPage,
    path: addressOf(page, (await pageRow(demo, page)).params),
  }));
}

/** The requests that write nothing; a list in each of its forms. */
async function routesAsked(): Promise<Question[]> {
  const page = async (path: string, who: Who) => (await ask({ what: aPage, path }, who)).text;
  const asked: Question[] = [];
  for (const [what, { entry, input }] of Object.entries(validRequests)) {
    const question = { what, ...(await input(demoOf(portal.data), page)) };
    if ([question.fields, question.file, question.body, question.method].some((sent) => sent !== undefined))
      continue;
    asked.push(question);
    if (entry === "portal.exportList") asked.push({ ...question, path: `${question.path}&format=xlsx` });
  }
  return asked;
}

async function ask({ what, path, headers }: Question, who: Who): Promise<Sent> {
  const accept = what === aPage ? "text/html" : "application/json";
  const call = () =>
    fetch(portal.url + path, {
      redirect: "manual",
      headers: { accept, cookie: portal.cookies[who], ...headers },
    });
  let answer = await call();
  // A portal with too much to do asks to come back.
  for (let tries = 0; tries < 10 && answer.status === 503; tries += 1) {
    await wait(500);
    answer = await call();
  }
  // What was not answered for want of time would pass as what is not sent.
  if (answer.status >= 500) throw new Error(`${path} for ${who}: ${answer.status}`);
  return { what, path, status: answer.status, ...(await contentOf(answer)) };
}

const sentTo = (who: Who): Sent[] => sent.get(who) as Sent[];
const placesOf = (text: string, who: Who) =>
  sentTo(who)
    .filter((one) => one.text.includes(text))
    .map(({ path }) => path);
const namesOf = (these: readonly Sent[]) => [...new Set(these.flatMap(({ names }) => [...names]))];
const without = (names: readonly string[], listed: Iterable<string>) => {
  const known = new Set(listed);
  return names.filter((name) => !known.has(name));
};

describe("pages send", () => {
  test.each(readers)("%s no property that is not listed", (who) => {
    const names = namesOf(sentTo(who).filter(({ what }) => what === aPage));
    expect(names.length).toBeGreaterThan(50);
    expect(without(names, propertiesFor(who))).toEqual([]);
  });

  test("to somebody every property that is listed", () => {
    expect(without(everyProperty, namesOf(readers.flatMap(sentTo)))).toEqual([]);
  });
});

describe("routes send", () => {
  const ofRoutes = () => readers.flatMap(sentTo).filter(({ what }) => what !== aPage);
  const known = Object.entries(answers).filter(([, names]) => names !== aFile);

  test("answers of which each is listed", () => {
    expect(new Set(ofRoutes().map(({ what }) => what))).toEqual(new Set(Object.keys(answers)));
  });

  test.each(known)("of %s what is listed, to everybody who gets it", (what, names) => {
    const given = ofRoutes().filter((one) => one.what === what && one.status < 400);
    expect(namesOf(given).sort()).toEqual([...names].sort());
  });

  test("nothing with a refusal", () => {
    const refusals = ofRoutes().filter(({ status }) => status >= 400);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.filter(({ text }) => text !== "")).toEqual([]);
  });
});

describe("nothing that is sent holds", () => {
  test.each(readers)("for %s the address of a person that is not theirs to know", async (who) => {
    const known = await addressesFor(who, portal.data);
    const found = without(addresses, known).flatMap((address) =>
      placesOf(address, who)
        .filter((path) => !namesAddresses.includes(path))
        .map((path) => `${address} on ${path}`),
    );
    expect(found).toEqual([]);
    // Else the test would look for what nobody is sent.
    const isRead = known.some((address) => placesOf(address, who).length > 0);
    expect(isRead).toBe(who !== "nobody");
  });

  test("a secret of the database", async () => {
    expect(without(await secretColumns(portal.data), [...Object.keys(secrets), ...noSecrets])).toEqual([]);
    const found = Object.entries(planted).flatMap(([column, value]) =>
      readers.flatMap((who) => placesOf(value, who).map((path) => `${column} to ${who} on ${path}`)),
    );
    expect(found).toEqual([]);
    expect(Object.values(planted).filter((value) => value.length < 30)).toEqual([]);
  });

  test.each(canaries)("$column, but for whom it is", ({ text, seenBy }) => {
    const seeing = readers.filter((who) => placesOf(text, who).length > 0);
    expect(seeing).toEqual(readers.filter((who) => seenBy.includes(who)));
    if (isProof) expect(seeing.length).toBe(seenBy.length);
  });
});
