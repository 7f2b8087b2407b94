import { createHash } from "node:crypto";
import { request as httpRequest, type ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pageCacheFigures } from "@/lib/platform/page-cache/figures";
import { failedInPart, restsOnWhoAsks, usesProgramme } from "@/lib/platform/page-cache/scope";
import { type CachedFront, closedGate, found, html, startCachedFront } from "./cached-front";

const alba = "019b0000-0000-7000-8000-00000000000a";
const borea = "019b0000-0000-7000-8000-00000000000b";

let front: CachedFront;

beforeEach(async () => {
  front = await startCachedFront();
});
afterEach(() => front.stop());

describe("a public page", () => {
  test("is made once, for whoever asks", async () => {
    const first = await front.ask("/programmi");
    const second = await front.ask("/programmi", {
      cookie: "sign-in=ada",
      authorization: "Bearer x",
      "x-odd": "1",
    });
    expect([found(first), found(second)]).toEqual(["miss", "hit"]);
    expect(second.text).toBe(first.text);
    expect(front.made).toHaveLength(1);
    expect(first.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.vary).toBe("Accept-Encoding");
  });

  test("is made without anything of the one who asks first", async () => {
    await front.ask("/programmi", {
      cookie: "sign-in=ada",
      authorization: "Bearer x",
      "user-agent": "canary",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "accept-language": "en",
      "x-canary": "1",
    });
    expect(Object.keys(front.made[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "content-security-policy",
      "host",
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-next-intl-locale",
    ]);
    expect(front.made[0]?.headers).toMatchObject({ host: "portal.test", "x-forwarded-host": "portal.test" });
  });

  test("is made once for many who ask at the same time, even when they leave", async () => {
    const gate = closedGate();
    front.page = async (request, response) => {
      await gate.passed;
      html(response, request.url ?? "");
    };
    const leaving = httpRequest({
      port: front.port,
      host: "127.0.0.1",
      path: "/programmi",
      agent: false,
    }).end();
    leaving.on("error", () => undefined);
    while (front.made.length === 0) await turn();
    leaving.destroy();
    const answers = Promise.all(Array.from({ length: 5 }, () => front.ask("/programmi")));
    await turn();
    gate.open();
    for (const { status } of await answers) expect(status).toBe(200);
    expect(front.made).toHaveLength(1);
  });

  test("is kept by what it reads of its address, and by nothing else", async () => {
    await front.ask("/calendario?month=2026-04&utm_source=x");
    expect(found(await front.ask("/calendario?utm_medium=y&month=2026-04"))).toBe("hit");
    expect(found(await front.ask("/calendario?month=2026-05"))).toBe("miss");
    expect(found(await front.ask("/calendario?month="))).toBe("miss");
    expect(found(await front.ask("/calendario"))).toBe("hit");
    expect(front.made.map(({ url }) => url)).toEqual([
      "/calendario?month=2026-04",
      "/calendario?month=2026-05",
      "/calendario",
    ]);
  });

  test.each([
    "/programmi?q=parole",
    "/calendario?month=x",
    "/calendario?month=2026-04&month=2026-05",
    "/programmi?_rsc=abc",
    "/cerca",
    "/accedi",
    "/password/segreto",
    "/area",
    "/programmi/Alba",
    "/programmi/alba/",
    "/programmi/alba%20",
    "//programmi",
  ])("%s goes past the cache", async (path) => {
    expect(found(await front.ask(path))).toBe("not asked");
    expect(found(await front.ask(path))).toBe("not asked");
  });

  test("a soft navigation and a post go past the cache", async () => {
    await front.ask("/programmi");
    expect(found(await front.ask("/programmi", { rsc: "1" }))).toBe("not asked");
    expect(found(await front.ask("/programmi", {}, "POST"))).toBe("not asked");
  });
});

describe("what is not kept", () => {
  test.each([
    ["an error", (response: ServerResponse) => html(response, "", 500), 500],
    ["what is not there", (response: ServerResponse) => html(response, "", 404), 404],
    [
      "what sets a cookie",
      (response: ServerResponse) => {
        response.setHeader("Set-Cookie", "a=b");
        html(response, "");
      },
      200,
    ],
    [
      "what asked who is there",
      (response: ServerResponse) => {
        restsOnWhoAsks("test");
        html(response, "");
      },
      200,
    ],
    [
      "what failed in part",
      (response: ServerResponse) => {
        failedInPart();
        html(response, "");
      },
      200,
    ],
  ])("%s", async (_what, give, status) => {
    front.page = (_request, response) => give(response);
    const answer = await front.ask("/programmi");
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([status, undefined]);
    expect(found(await front.ask("/programmi"))).toBe("miss");
  });

  test("a page of a programme that does not say of which", async () => {
    await front.ask("/programmi/alba");
    expect(found(await front.ask("/programmi/alba"))).toBe("miss");
  });

  test("what is too large: it goes to each as it is made", async () => {
    front.page = (_request, response) => html(response, "x".repeat(9 * 1024 ** 2));
    const answer = await front.ask("/programmi");
    expect([answer.status, found(answer)]).toEqual([200, "not asked"]);
    expect(answer.bytes.length).toBeGreaterThan(9 * 1024 ** 2);
  });

  test("a draft: at its address a visitor finds nothing, and who prepares it gets an answer of its own", async () => {
    front.page = (request, response) => html(response, "bozza", request.headers.cookie ? 200 : 404);
    const visitor = await front.ask("/programmi/alba");
    const theirs = await front.ask("/programmi/alba", { cookie: "sign-in=ada" });
    expect([visitor.status, theirs.status]).toEqual([404, 200]);
    expect(visitor.headers["cache-control"]).toBe("no-store");
    expect(found(theirs)).toBe("not asked");
    expect((await front.ask("/programmi/alba")).status).toBe(404);
  });
});

describe("a change", () => {
  beforeEach(() => {
    front.page = (request, response) => {
      if (request.url?.includes("alba")) usesProgramme(alba);
      if (request.url?.includes("borea")) usesProgramme(borea);
      html(response, request.url ?? "");
    };
  });
  const paths = ["/programmi/alba", "/programmi/borea", "/programmi", "/privacy"];
  const warm = () => Promise.all(paths.map((path) => front.ask(path)));
  const kept = async () => (await warm()).map(found);

  test.each([
    ["of one programme", [`programme:${alba}`] as const, ["miss", "hit", "hit", "hit"]],
    [
      "of one programme and of the lists",
      [`programme:${alba}`, "portal"] as const,
      ["miss", "hit", "miss", "hit"],
    ],
    ["of anything", ["everything"] as const, ["miss", "miss", "miss", "miss"]],
  ])("%s reaches the pages that show it", async (_what, changed, expected) => {
    await warm();
    front.pages.purge([...changed]);
    expect(await kept()).toEqual(expected);
  });

  test("while a page is made: who asked before gets it, nobody after", async () => {
    const gate = closedGate();
    let text = "before";
    front.page = async (_request, response) => {
      const read = text;
      if (read === "before") await gate.passed;
      usesProgramme(alba);
      html(response, read);
    };
    const early = front.ask("/programmi/alba");
    while (front.made.length === 0) await turn();
    text = "after";
    front.pages.purge([`programme:${alba}`]);
    const late = await front.ask("/programmi/alba");
    gate.open();
    expect((await early).text).toContain("before");
    expect(late.text).toContain("after");
    expect((await front.ask("/programmi/alba")).text).toContain("after");
    expect(front.made).toHaveLength(2);
  });

  test("that cannot be heard of ends everything, until changes are heard again", async () => {
    await warm();
    front.pages.setHearing(false);
    expect(await kept()).toEqual(paths.map(() => "not asked"));
    front.pages.setHearing(true);
    expect(await kept()).toEqual(paths.map(() => "miss"));
    expect(await kept()).toEqual(paths.map(() => "hit"));
  });

  test("of the day ends a page: none lives past midnight in Rome", async () => {
    front.clock = new Date("2026-03-24T23:59:59.950+01:00");
    await front.ask("/privacy");
    await vi.waitFor(async () => expect(found(await front.ask("/privacy"))).toBe("miss"), { interval: 10 });
  });
});

test("memory stays within its bound, what is asked for most stays longest", async () => {
  await front.stop();
  front = await startCachedFront(300_000);
  front.page = (_request, response) =>
    html(response, createHash("sha256").update(String(front.made.length)).digest("hex").repeat(300));
  for (let year = 1000; year < 1100; year++) {
    await front.ask(`/calendario?month=${year}-01`);
    await front.ask("/privacy");
    expect(pageCacheFigures().bytes).toBeLessThanOrEqual(300_000);
  }
  expect(found(await front.ask("/privacy"))).toBe("hit");
  expect(found(await front.ask("/calendario?month=1000-01"))).toBe("miss");
});
