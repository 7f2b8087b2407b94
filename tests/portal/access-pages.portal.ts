import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, builtPages } from "../support/access/build";
import { plain, withoutThing } from "../support/access/matrix";
import { type Opened, openPortals } from "../support/access/portals";
import { type PageRow, pageRow } from "../support/access/valid/pages";
import { demoOf } from "../support/access/valid/row";

const pages = builtPages();
/** Opened by a secret that the address holds, without which they say that there is none. */
const bySecret = [
  "/password/[token]",
  "/invitation/[token]",
  "/email-address/[token]",
  "/session/[token]",
  "/unsubscribe/[token]",
  "/interest/[token]",
  "/declaration/[token]",
  "/newsletter/confirm/[token]",
];
/** Open only in the middle of what second-factor.portal.ts walks through. */
const midway = ["/sign-in/code", "/sign-in/second-factor", "/area/profile/second-factor/remove"];
const ofThings = pages.filter((page) => /\[(?!token)/.test(page) && page.startsWith("/area"));

let portal: Opened;
const rows = new Map<string, PageRow>();

beforeAll(async () => {
  portal = await openPortals[0].open();
  for (const page of pages) rows.set(page, await pageRow(demoOf(portal.data), page));
});
afterAll(() => portal?.close());

const rowOf = (page: string): PageRow => rows.get(page) as PageRow;

async function read(path: string, who: keyof Opened["cookies"]) {
  const answer = await fetch(portal.url + path, {
    redirect: "manual",
    headers: { cookie: portal.cookies[who] },
  });
  const location = answer.headers.get("location") ?? "";
  return { status: answer.status, location, text: await answer.text() };
}

describe("a page", () => {
  test.each(pages.filter((page) => !bySecret.includes(page) && !midway.includes(page)))(
    "%s is there for whoever may read it",
    async (page) => {
      const { right, params } = rowOf(page);
      const { status } = await read(addressOf(page, params), right);
      expect(status).toBe(200);
    },
  );

  test.each(ofThings)("%s of somebody else is like one that does not exist", async (page) => {
    const { hiddenFrom, params } = rowOf(page);
    const real = addressOf(page, params);
    const absent = /\[(?!slug)/.test(page)
      ? withoutThing(real)
      : addressOf(page, { ...params, slug: "nessun-programma" });
    for (const who of [...hiddenFrom, "nobody" as const]) {
      const [one, other] = await Promise.all([read(real, who), read(absent, who)]);
      expect.soft(comparable(one, real), `what ${who} learns`).toEqual(comparable(other, absent));
      expect.soft(one.status, who).toBe(who === "nobody" ? 307 : 404);
    }
  });
});

/** What an answer says: without its own address, and what is new in every answer. */
function comparable({ status, location, text }: Awaited<ReturnType<typeof read>>, path: string) {
  const same = (value: string) =>
    plain(value.replaceAll(encodeURIComponent(path), "ADDRESS").replaceAll(path, "ADDRESS"));
  const shown = text
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, "")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/<link\b[^>]*>/g, "");
  return { status, location: same(location), shown: same(shown) };
}
