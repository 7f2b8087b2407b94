import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtActions, builtHandlers } from "../support/access/build";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";

let data: PortalData;
let web: PortalProcess;
let cookie: string;

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data);
  cookie = await signIn(web, "amministratore");
});
afterAll(() => web.stop());

const strangers: [string, Record<string, string>][] = [
  ["a foreign origin", { origin: "https://evil.example" }],
  ["the origin null", { origin: "null" }],
  ["no origin", {}],
  ["another site, by its own word", { "sec-fetch-site": "cross-site" }],
];

const events = async () => (await data.rows<{ count: number }>("select count(*)::int from event"))[0]?.count;

describe.each(strangers)("a write from %s", (_from, headers) => {
  test("is refused by every action", async () => {
    const before = await events();
    const answers = await Promise.all(
      (await builtActions()).map(async ({ id, path, exported }) => {
        const body = new FormData();
        body.append("0", "[]");
        const answer = await fetch(web.url + path, {
          method: "POST",
          body,
          redirect: "manual",
          headers: { ...headers, cookie, "next-action": id },
        });
        return { exported, status: answer.status };
      }),
    );
    expect(answers.length).toBeGreaterThan(50);
    expect(answers.filter(({ status }) => status !== 403)).toEqual([]);
    expect(await events()).toBe(before);
  });

  test("is refused by every route handler", async () => {
    const writes = (await builtHandlers()).filter(({ verb }) => !["GET", "HEAD", "OPTIONS"].includes(verb));
    expect(writes.length).toBeGreaterThan(0);
    for (const { path, verb } of writes) {
      const answer = await fetch(web.url + path.replace(/\[[^\]]+\]/g, "x"), {
        method: verb,
        headers: { ...headers, cookie },
      });
      expect(answer.status, `${verb} ${path}`).toBe(403);
      expect(await answer.text()).toContain("pagina del portale");
    }
  });
});
