import { once } from "node:events";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answering, keepUntilSignedIn, refuseForNow } from "@/lib/platform/server/answer";
import { guardAvailability } from "@/lib/platform/server/availability";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const gone = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
const full = new Error("timeout exceeded when trying to connect");
const watch = {
  away: false,
  looks: 0,
  isAway: () => watch.away,
  async suspect() {
    watch.looks += 1;
    return watch.away;
  },
};
let handle: Handler;
let server: Server;
let port: number;

beforeEach(async () => {
  Object.assign(watch, { away: false, looks: 0 });
  const guarded = guardAvailability((request, response) => handle(request, response), watch, 2);
  server = createServer(async (request, response) => {
    // As when the pages in memory were looked through first: the whole form has come by then.
    while (request.headers["x-late"] && !request.complete) await wait(5);
    void answering(response, () => guarded(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterEach(() => server.close());

type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

async function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const { body, ...rest } = options;
  const outgoing = httpRequest({ port, host: "127.0.0.1", path, agent: false, ...rest });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const { statusCode: status = 0, headers } = incoming;
  return { status, headers, body: await text(incoming) } satisfies Answer;
}

const form = (fields: Record<string, string>) => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});

/** As pages do: notes why, then answers with an error of its own. */
function failingWith(error: Error, answer: (response: ServerResponse) => void): Handler {
  return async (request, response) => {
    await text(request);
    refuseForNow(error);
    answer(response);
  };
}

const pageOfError = (response: ServerResponse) => {
  response.statusCode = 500;
  response.setHeader("Content-Type", "text/html");
  response.setHeader("Content-Length", "14");
  response.setHeader("Set-Cookie", "half=done");
  response.write("an error ");
  response.end("page.");
};

describe("a page that the database left without an answer", () => {
  test.each([
    [gone, "5", 1],
    [full, "2", 0],
  ])("is answered 503, with nothing of its own (%s)", async (error, seconds, looks) => {
    handle = failingWith(error, pageOfError);
    const { status, headers, body } = await ask("/en/programmes");
    expect(status).toBe(503);
    expect(headers).toMatchObject({ "retry-after": seconds, "cache-control": "no-store" });
    expect(headers["set-cookie"]).toBeUndefined();
    expect(body).toContain('lang="en"');
    expect(body).not.toContain("an error");
    expect(watch.looks).toBe(looks);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    [
      "at once",
      (response) => {
        response.writeHead(500, { "Content-Type": "text/html" }).end("an error");
      },
    ],
    [
      "head first",
      (response) => {
        response.writeHead(500);
        response.flushHeaders();
        response.end("an error");
      },
    ],
    [
      "without head",
      (response) => {
        response.statusCode = 500;
        response.end("an error");
      },
    ],
  ])("however it is written: %s", async (_how, write) => {
    handle = failingWith(gone, write);
    const { status, body } = await ask("/programmi");
    expect(status).toBe(503);
    expect(body).toMatch(/^<!doctype html><html lang="it">/);
    expect(body).toMatch(/<\/html>$/);
  });

  test("says so to a script in JSON", async () => {
    handle = failingWith(gone, pageOfError);
    const { status, headers, body } = await ask("/api/upload/document?locale=en", {
      headers: { accept: "application/json" },
    });
    expect([status, headers["retry-after"]]).toEqual([503, "5"]);
    expect(JSON.parse(body)).toMatchObject({
      status: "refused",
      summary: expect.stringContaining("try again"),
    });
  });

  test("keeps its own words when it found them, and its redirects", async () => {
    handle = failingWith(full, (response) => response.end("the form, with what was typed"));
    expect(await ask("/area")).toMatchObject({ status: 503, body: "the form, with what was typed" });
    handle = failingWith(full, (response) => response.writeHead(303, { location: "/accedi" }).end());
    expect((await ask("/area")).status).toBe(303);
  });
});

test("an error that is not the database's stays what it is", async () => {
  handle = failingWith(new Error("a mistake of ours"), pageOfError);
  expect(await ask("/programmi")).toMatchObject({ status: 500, body: "an error page." });
});

describe("a form that could not be taken", () => {
  test("can be sent again as it was, by a browser without JavaScript", async () => {
    handle = failingWith(gone, pageOfError);
    const typed = { $ACTION_ID_1: "", text: 'Perché "così"? <b>\nAltra riga', id: "7" };
    const { body } = await ask("/area/forum?a=1&b=2", form(typed));
    expect(body).toContain('action="/area/forum?a=1&amp;b=2"');
    expect(body).toContain('name="text" value="Perché &quot;così&quot;? &lt;b&gt;\nAltra riga"');
    expect(body).toContain('name="$ACTION_ID_1" value=""');
  });

  test("is not repeated when it holds a secret", async () => {
    handle = failingWith(gone, pageOfError);
    const { body } = await ask("/accedi", form({ email: "a@b.test", password: "of one person" }));
    expect(body).not.toContain("of one person");
    expect(body).not.toContain("<form");
    expect(body).toContain('href="/accedi"');
  });

  test.each([true, false])("is kept also when it came before anybody looked (away: %s)", async (away) => {
    watch.away = away;
    handle = failingWith(gone, pageOfError);
    const { headers, ...sent } = form({ text: "Ecco" });
    const { status, body } = await ask("/area", { ...sent, headers: { ...headers, "x-late": "1" } });
    expect(status).toBe(503);
    expect(body).toContain('value="Ecco"');
  });

  test("is kept also when the database is known to be away", async () => {
    watch.away = true;
    handle = async () => expect.unreachable("the page was asked");
    const { status, body } = await ask("/area", form({ text: "Ecco" }));
    expect(status).toBe(503);
    expect(body).toContain('value="Ecco"');
  });
});

describe("while the database is known to be away", () => {
  beforeEach(() => {
    watch.away = true;
    handle = async (_request, response) => void response.end("served");
  });

  test.each(["/", "/area", "/api/files/1", "/calendario.ics", "/sitemap.xml"])(
    "%s is not asked",
    async (path) => {
      expect((await ask(path)).status).toBe(503);
    },
  );

  test.each(["/_next/static/a.js", "/api/health", "/api/metrics", "/icon.svg"])("%s is", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 200, body: "served" });
  });
});

test("whoever waits when the database is found to be away is told at once", async () => {
  handle = async (_request, response) => {
    watch.away = true;
    response.once("close", () => undefined);
  };
  const { status, headers, body } = await ask("/area", form({ text: "Ecco" }));
  expect([status, headers["retry-after"]]).toEqual([503, "5"]);
  expect(body).toContain('value="Ecco"');
});

describe("with more requests than can be served", () => {
  test("the others are sent away at once, and let in again afterwards", async () => {
    const held: ServerResponse[] = [];
    let arrived: () => void = () => undefined;
    handle = async (_request, response) => {
      held.push(response);
      arrived();
    };
    const arrivals = (count: number) =>
      new Promise<void>((resolve) => {
        arrived = () => held.length >= count && resolve();
      });
    const two = arrivals(2);
    const waiting = [ask("/1"), ask("/2")];
    await two;
    const refused = await ask("/3");
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "2"]);
    expect(refused.body).toContain("più richieste");
    // An answer that has begun no longer waits for us: a slow reader takes nobody's place.
    held[0]?.write("begun");
    const third = arrivals(3);
    const later = ask("/4");
    await third;
    for (const response of held) response.end("served");
    expect((await Promise.all([...waiting, later])).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("a form of somebody whose sign-in has ended", () => {
  beforeEach(() => {
    handle = async (request, response) => {
      await text(request);
      keepUntilSignedIn();
      response.statusCode = 303;
      response.setHeader("Location", "/accedi?next=%2Farea");
      response.end();
    };
  });

  test("is kept while they sign in elsewhere", async () => {
    const { status, headers, body } = await ask("/area/profilo", form({ note: 'Detto "così" <qui>' }));
    expect([status, headers.location]).toEqual([403, undefined]);
    expect(body).toContain('href="/accedi?next=%2Farea" target="_blank"');
    expect(body).toContain('name="note" value="Detto &quot;così&quot; &lt;qui&gt;"');
  });

  test("is not, when it holds a secret: they are sent to sign in", async () => {
    const { status, headers, body } = await ask("/area/profilo", form({ password: "segreta" }));
    expect([status, headers.location, body]).toEqual([303, "/accedi?next=%2Farea", ""]);
  });
});
