import { readFileSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsNamed, addressOf, builtPages, pagesWithQuery, routePaths } from "../support/access/build";
import { callAction } from "../support/access/call";
import {
  awayAddresses,
  otherWays,
  passingHeaders,
  strangeParts,
  strangeQueries,
} from "../support/access/hostile";
import { type Opened, openPortals } from "../support/access/portals";
import { changedTables, everyRow } from "../support/access/rows";
import { pageRow } from "../support/access/valid/pages";
import { demoOf } from "../support/access/valid/row";
import { inTurn } from "../support/in-turn";
import { isProof } from "../support/proof";

const buildId = readFileSync(".next/BUILD_ID", "utf8");
const pages = builtPages();

type Sent = { status: number; location: string; text: string };

/** Asks for a path exactly as it is written: a client of addresses would tidy it up. */
function askRaw(url: string, path: string, headers: Record<string, string> = {}): Promise<Sent> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.on("error", reject).end();
  });
}

/** All of them in the long form; else one or two, others from one place to the next. */
function some<Thing>(things: readonly Thing[], place: number): readonly Thing[] {
  const half = Math.ceil(things.length / 2);
  return isProof ? things : things.filter((_thing, index) => index % half === place % half);
}

const oneOfEachKind = [
  "/area",
  "/area/profile",
  "/area/administration/people/[id]",
  "/area/programmes/[slug]/forum/threads/[id]",
];
const reservedPages = isProof
  ? pages.filter((page) => /^\/area(?:$|.*\/\[id\]$|\/administration\/|\/profile$)/.test(page))
  : oneOfEachKind;

describe.each(isProof ? openPortals : openPortals.slice(0, 1))("through $through", ({ open, isWhole }) => {
  let portal: Opened;
  let reserved: string[];
  let secrets: string[];

  beforeAll(async () => {
    portal = await open();
    const demo = demoOf(portal.data);
    reserved = await inTurn(reservedPages, async (page) =>
      addressOf(page, (await pageRow(demo, page)).params),
    );
    const rows = await portal.data.rows<{ text: string }>(
      `select title as text from document where not is_public and kind <> 'DELIVERABLE'
       union select t.title from thread t join category c on c.id = t.category_id where not c.is_public
       union select 'Un tavolo del gruppo' union select email from person`,
    );
    secrets = rows.map(({ text }) => text);
  });
  afterAll(() => portal?.close());

  test("nobody is shown a reserved page by a header or another way to write its address", async () => {
    const asked = reserved.flatMap((path) => [
      ...passingHeaders.map((headers) => ({ path, headers })),
      ...otherWays(path, buildId).map((other) => ({ path: other, headers: {} })),
    ]);
    const wrong: string[] = [];
    await inTurn(asked, async ({ path, headers }) => {
      const { status, text } = await askRaw(portal.url, path, headers);
      const shown = secrets.filter((secret) => text.includes(secret));
      // A machine with too much to do says so; that is a refusal too.
      if ((status >= 500 && status !== 503) || shown.length > 0)
        wrong.push(`${path} ${JSON.stringify(headers)}: ${status} ${shown.join(", ")}`);
    });
    expect(reserved.length).toBeGreaterThanOrEqual(4);
    expect(wrong).toEqual([]);
  }, 180_000);

  test("whoever may read those pages is shown what is looked for", async () => {
    const { amministratore, coordinatore } = portal.cookies;
    const shown = await inTurn(reserved, async (path) => {
      const cookie = path.includes("/amministrazione") ? amministratore : coordinatore;
      const { text } = await askRaw(portal.url, path, { cookie });
      return secrets.some((secret) => text.includes(secret));
    });
    expect(shown.filter(Boolean).length).toBeGreaterThanOrEqual(3);
  });

  test("strange addresses and queries lead to no failure and change no row", async ({ skip }) => {
    skip(!isWhole, "the portal's own server answers what the framework stumbles over");
    const demo = demoOf(portal.data);
    const asked: { path: string; cookie: string }[] = [];
    const queried = pagesWithQuery();
    for (const [place, page] of pages.entries()) {
      const { right, params } = await pageRow(demo, page);
      const cookie = portal.cookies[right];
      const last = /\[(\w+)\](?!.*\[)/.exec(page)?.[1];
      const parts = last ? some(strangeParts, place) : [];
      const odd = parts.map((part) => addressOf(page, { ...params, [last ?? ""]: part }));
      const queries = queried.includes(page) ? some(strangeQueries, place) : [];
      const withQueries = queries.map((query) => `${addressOf(page, params)}?${query}`);
      asked.push(...[...odd, ...withQueries].map((path) => ({ path, cookie })));
    }
    const routes = routePaths().filter((path) => !path.includes("..."));
    const cookie = portal.cookies.coordinatore;
    for (const [place, path] of routes.entries()) {
      const parts = path.includes("[") ? some(strangeParts, place) : [];
      const odd = parts.map((part) => path.replace(/\[\w+\]/, part));
      const known = path.replace(/\[\w+\]/, "deliverables");
      const queries = some(strangeQueries, place).map((query) => `${known}?${query}`);
      asked.push(...[...odd, ...queries].map((one) => ({ path: one, cookie })));
    }
    const before = await everyRow(portal.data);
    const failed: string[] = [];
    await inTurn(asked, async ({ path, cookie }) => {
      const { status } = await askRaw(portal.url, path, { cookie });
      if (status >= 500 && status !== 503) failed.push(`${status} ${path.slice(0, 200)}`);
    });
    expect(failed).toEqual([]);
    const changed = changedTables(before, await everyRow(portal.data));
    // How far somebody has read is written down while they read.
    expect(changed.filter((table) => table !== "public.thread_read")).toEqual([]);
  }, 180_000);

  test.each(awayAddresses)("leads nobody to %j after signing in", async (next) => {
    const action = actionsNamed().find(({ exported }) => exported === "signInAction");
    if (!action) throw new Error("no action to sign in");
    const fields = { email: "osservatore@demo.test", password: "sperimenta", next };
    const { result, location } = await callAction(portal, action, fields);
    expect([result, new URL(location, portal.url).href]).toEqual(["redirect", `${portal.url}/area`]);
  });

  test("sends nobody elsewhere through the addresses of signing in", async () => {
    const asked = awayAddresses.flatMap((address) =>
      ["/accedi", "/api/auth/oidc", "/api/auth/callback/oidc"].map(
        (path) => `${path}?next=${encodeURIComponent(address)}&state=${encodeURIComponent(address)}&code=x`,
      ),
    );
    for (const path of asked) {
      const { status, location } = await askRaw(portal.url, path);
      expect.soft(status, path).not.toBe(500);
      expect.soft(location, path).not.toContain("evil");
    }
  });
});
