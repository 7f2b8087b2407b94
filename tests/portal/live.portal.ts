import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitFormAt } from "@/scripts/testing/plain-browser";
import { followLive, type LiveReader, manySignedIn } from "../support/live-reader";
import {
  openData,
  type PortalData,
  type PortalProcess,
  portalClock,
  signIn,
  startWeb,
  submitForm,
} from "../support/portal";

const slug = "camere-nuova-edizione";
const patience = { timeout: 30_000, interval: 50 };

let data: PortalData;
let web: PortalProcess;
let thread: { id: string; last: number };
let author: string;
const readers: LiveReader[] = [];

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data, { LIMITS_FACTOR: "100" });
  const [found] = await data.rows<{ id: string }>(
    `select t.id from thread t join category c on c.id = t.category_id join programme p on p.id = c.programme_id
     where p.slug = $1 and not c.is_public and c.table_id is null and t.hidden_at is null and t.locked_at is null order by t.id limit 1`,
    [slug],
  );
  thread = { id: found?.id ?? "", last: 0 };
  author = await signIn(web, "coordinatore");
});
afterAll(async () => {
  for (const reader of readers) reader.leave();
  await web.stop();
});

const lastNumber = async () => {
  const [row] = await data.rows<{ last: number }>(
    "select last_post_number as last from thread where id = $1",
    [thread.id],
  );
  return row?.last ?? 0;
};

/** Writes posts in the thread through the portal, one after the other. @returns their numbers */
async function write(count = 1, through = web): Promise<number[]> {
  const from = await lastNumber();
  for (let time = 0; time < count; time++) {
    const path = `/area/programmi/${slug}/forum/discussioni/${thread.id}`;
    const answer = await submitForm(through, path, { text: `Messaggio ${time}` }, { cookie: author });
    expect(answer.status).toBe(303);
  }
  return Array.from({ length: count }, (_, index) => from + 1 + index);
}

async function follow(
  cookie: string | undefined,
  options: { after?: number; lastEventId?: number; through?: PortalProcess; thread?: string } = {},
): Promise<LiveReader> {
  const { through = web, after, lastEventId } = options;
  const words = new URLSearchParams({
    thread: options.thread ?? thread.id,
    ...(after === undefined ? {} : { after: String(after) }),
  });
  const reader = await followLive(through.url, {
    path: `/api/live?${words}`,
    ...(cookie ? { cookie } : {}),
    ...(lastEventId === undefined ? {} : { lastEventId }),
  });
  readers.push(reader);
  return reader;
}

const listeners = async () => {
  const rows = await data.rows(
    `select 1 from pg_stat_activity
     where application_name = 'sperimenta listener' and datname = current_database()`,
  );
  return rows.length;
};

describe("a reader of a thread", () => {
  test("is told of a post while the page is open, and of what waits, by number alone", async () => {
    const from = await lastNumber();
    const reader = await follow(await signIn(web, "staff.a"), { after: from });
    expect(reader.status).toBe(200);
    expect(reader.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    expect(reader.headers["content-encoding"]).toBeUndefined();
    await expect.poll(() => reader.last("waiting"), patience).toMatchObject({ notices: expect.any(Number) });
    const [number] = await write();
    await expect.poll(() => reader.posts(), patience).toEqual([number]);
    for (const { data: told } of reader.heard)
      for (const value of Object.values(told))
        expect(typeof value === "number" || Array.isArray(value)).toBe(true);
  });

  test("comes back by the number of the last event, and misses and repeats nothing", async () => {
    const cookie = await signIn(web, "esperto");
    const from = await lastNumber();
    const first = await follow(cookie, { after: from });
    const seen = await write(2);
    await expect.poll(() => first.posts(), patience).toEqual(seen);
    first.leave();
    const missed = await write(3);
    const again = await follow(cookie, { after: from, lastEventId: seen.at(-1) ?? 0 });
    const later = await write(2);
    await expect.poll(() => again.posts(), patience).toEqual([...missed, ...later]);
    expect(again.heard.filter(({ name }) => name === "post").map(({ id }) => id)).toEqual(again.posts());
  });

  test("who missed more than a page is told to look, and goes on from there", async () => {
    const cookie = await signIn(web, "esperto");
    const from = await lastNumber();
    await write(21);
    const reader = await follow(cookie, { after: from });
    const upTo = from + 21;
    const happened = () => reader.heard.filter(({ id }) => id !== null);
    await expect.poll(happened, patience).toEqual([{ name: "reload", id: upTo, data: { number: upTo } }]);
    const [number] = await write();
    await expect.poll(() => reader.posts(), patience).toEqual([number]);
  });

  test("sees who else reads, and no longer who has left", async () => {
    const [mine, theirs] = await Promise.all([signIn(web, "referente.a"), signIn(web, "osservatore")]);
    const reader = await follow(mine, { after: await lastNumber() });
    const other = await follow(theirs, { after: await lastNumber() });
    const [person] = await data.rows<{ id: string }>(
      "select id from person where email = 'osservatore@demo.test'",
    );
    await expect.poll(() => reader.last("readers")?.ids, patience).toContain(person?.id);
    const named = await fetch(`${web.url}/api/threads/${thread.id}/readers`, { headers: { cookie: mine } });
    expect(await named.json()).toMatchObject({
      readers: expect.arrayContaining([{ id: person?.id, name: expect.any(String) }]),
    });
    other.leave();
    await expect.poll(() => reader.last("readers")?.ids, patience).not.toContain(person?.id);
  });
});

describe("a stream", () => {
  test("is for nobody who may not read: no visitor, no stranger", async () => {
    expect((await follow(undefined)).status).toBe(401);
    const [other] = await data.rows<{ id: string }>(
      `select t.id from thread t join category c on c.id = t.category_id join programme p on p.id = c.programme_id
       where p.slug <> $1 and not c.is_public and c.table_id is null limit 1`,
      [slug],
    );
    const cookie = await signIn(web, "rpd");
    expect((await follow(cookie)).status).toBe(404);
    if (other) expect((await follow(await signIn(web, "staff.a"), { thread: other.id })).status).toBe(404);
  });

  test("ends when the person signs out", async () => {
    const cookie = await signIn(web, "staff.b");
    const reader = await follow(cookie, { after: await lastNumber() });
    const out = { path: "/area", fields: {}, button: "Esci", headers: { cookie } };
    expect((await submitFormAt(web.url, out)).status).toBe(303);
    await expect.poll(() => reader.hasEnded(), patience).toBe(true);
    expect((await follow(cookie)).status).toBe(401);
  });

  test("ends before the next event when the role has ended, and is not opened again", async () => {
    const cookie = await signIn(web, "staff.b");
    const reader = await follow(cookie, { after: await lastNumber() });
    await data.rows(
      `update role_assignment set to_at = '2026-03-24T07:59Z'
       where person_id = (select id from person where email = 'staff.b@demo.test')`,
    );
    await write();
    await expect.poll(() => reader.hasEnded(), patience).toBe(true);
    expect(reader.posts()).toEqual([]);
    expect((await follow(cookie)).status).toBe(404);
  });

  test("is given to one person a few times, and then refused", async () => {
    const cookie = await signIn(web, "manager");
    const open = async () => {
      const reader = await followLive(web.url, { cookie, path: "/api/live" });
      readers.push(reader);
      return reader.status;
    };
    const answers: number[] = [];
    for (let time = 0; time < 13; time++) answers.push(await open());
    expect(answers).toEqual([...Array.from({ length: 12 }, () => 200), 429]);
  });

  test("of each of two processes tells what was written through either", async () => {
    const other = await startWeb(data, { LIMITS_FACTOR: "100" });
    try {
      const from = await lastNumber();
      const here = await follow(await signIn(web, "esperto"), { after: from });
      const there = await follow(await signIn(web, "staff.a"), { after: from, through: other });
      const numbers = [...(await write(1, other)), ...(await write(1, web))];
      await expect.poll(() => here.posts(), patience).toEqual(numbers);
      await expect.poll(() => there.posts(), patience).toEqual(numbers);
    } finally {
      await other.stop();
    }
  });

  test("is ended at once by a server that is asked to stop", async () => {
    const other = await startWeb(data, { LOG_LEVEL: "info" });
    const reader = await follow(await signIn(web, "esperto"), { after: 0, through: other });
    const begin = performance.now();
    expect(await other.stop()).toBe(0);
    expect(performance.now() - begin).toBeLessThan(3_000);
    expect(other.said()).toContain('"outcome":"clean"');
    await expect.poll(() => reader.hasEnded(), patience).toBe(true);
  });
});

test("two hundred readers hear of a post, over one connection that listens", async () => {
  const body = "valfiorita";
  const cookies = await manySignedIn(data, 200, { programme: slug, body, at: portalClock });
  const from = await lastNumber();
  const crowd: LiveReader[] = [];
  for (const cookie of cookies) crowd.push(await follow(cookie, { after: from }));
  expect(crowd.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await listeners()).toBe(1);
  const before = memoryOf(web);
  const begin = performance.now();
  const numbers = await write(3);
  const told = () => crowd.filter((one) => String(one.posts()) === String(numbers)).length;
  await expect.poll(told, { timeout: 60_000, interval: 100 }).toBe(200);
  console.log(`told after ${Math.round(performance.now() - begin)} ms`);
  expect(await listeners()).toBe(1);
  expect(memoryOf(web) - before).toBeLessThan(150 * 1024);
  for (const reader of crowd) reader.leave();
  const left = async () => (await data.rows("select 1 from thread_reader")).length;
  await expect.poll(left, { timeout: 60_000, interval: 200 }).toBeLessThan(20);
});

/** Memory in use, in kB. */
function memoryOf({ pid }: PortalProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
