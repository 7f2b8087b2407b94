import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findHits } from "@/lib/search/candidates/queries";
import { mostRanked } from "@/lib/search/schema";
import { casesOf } from "@/scripts/bench/data/cases";
import { findFacts } from "@/scripts/bench/data/facts";
import { loadData } from "@/scripts/bench/data/load";
import { explain, type Plan, statementsOf } from "@/scripts/bench/data/plans";
import { shapeOf } from "@/scripts/bench/data/shape";
import { known } from "@/scripts/bench/data/vocabulary";

// The quick form of `npm run bench -- data`: too few rows to see it in milliseconds, enough to see which are read.
const at = new Date("2026-03-24T08:00:00Z");
const size = shapeOf({ posts: 12_000, documents: 3_000, sessions: 100 });
const shape = { ...size, largest: 0.9, requests: 5, mails: 4_000, reads: 6_000, people: 800 };

/** Tables that grow with the years; of one, no page of a list reads more rows than these. */
const growing = [
  "document",
  "document_version",
  "event",
  "mail",
  "post",
  "thread",
  "thread_participant",
  "thread_read",
];
const most = 1_000;

const url = process.env.DATABASE_MIGRATION_URL ?? "";
/** Discussions as of years: where there are a few hundred, the planner rightly reads them all. Their coordinator has. */
const manyThreads = `
  insert into thread (id, category_id, title, author_id, created_at, last_post_at, last_post_number, post_count)
    select gen_random_uuid(), c.id, 'Discussione ' || n, null, $at - n * interval '1 hour', $at - n * interval '1 hour', 1, 1
    from category c join programme p on p.id = c.programme_id cross join generate_series(1, 4000) n
    where p.slug = 'programma-1';
  insert into thread_read (person_id, thread_id, last_read_number, read_at)
    select r.person_id, t.id, 1, t.last_post_at
    from role_assignment r join programme p on p.id = r.programme_id join category c on c.programme_id = p.id
      join thread t on t.category_id = c.id
    where p.slug = 'programma-1' and r.role = 'COORDINATOR'
    on conflict do nothing;
  analyze thread, thread_read`.replaceAll("$at", `timestamptz '${at.toISOString()}'`);
const client = new pg.Client({ connectionString: url });
let cases: Map<string, () => Promise<unknown>>;

beforeAll(async () => {
  await loadData(url, { shape, now: at.getTime(), say: () => undefined });
  await client.connect();
  await client.query(manyThreads);
  cases = new Map(casesOf(await findFacts(at)).map(({ name, run }) => [name, run]));
}, 180_000);

afterAll(() => client.end());

/** What the statements of a case read of each growing table. */
async function readBy(name: string): Promise<Record<string, number>> {
  const run = cases.get(name);
  if (!run) throw new Error(`no case ${name}`);
  const plans: Plan[] = [];
  for (const statement of await statementsOf(run)) plans.push(await explain(client, statement));
  const read: Record<string, number> = {};
  for (const { node, table, read: rows } of plans.flatMap(({ scans }) => scans))
    if (table && growing.includes(table) && node !== "Bitmap Index Scan")
      read[table] = (read[table] ?? 0) + rows;
  return read;
}

describe("a page of a list reads no more than a page needs", () => {
  test.each([
    "thread, first page",
    "thread, middle page",
    "thread, last page",
    "forum, its categories",
    "forum, first page",
    "forum, middle page",
    "forum, what one takes part in",
    "forum, what one has opened",
    "threads of every programme",
    "questions that wait",
    "questions that wait, counted",
    "category, open questions",
    "category, only news, none there",
    "unread, some",
    "unread, none",
    "unread threads of today",
    "documents, first page",
    "documents, middle page",
    "documents, of one body",
    "documents, as a body sees them",
    "log, first page",
    "log, middle page",
    "log, one kind",
    "history of a programme",
    "mail, first page",
    "mail, middle page",
    "mail, given up",
    "mail, counted",
  ])("%s", async (name) => {
    const read = await readBy(name);
    for (const [table, rows] of Object.entries(read))
      expect(rows, `rows of ${table}, in ${JSON.stringify(read)}`).toBeLessThanOrEqual(most);
  });
});

test("the search ranks the newest of a frequent word, and says so", async () => {
  const run = cases.get("search: a word of one post in four");
  expect(await run?.()).toMatchObject({ isCut: true });
  const rare = cases.get("search: a rare word");
  expect(await rare?.()).toMatchObject({ isCut: false });
});

test("what it ranks of a frequent word are its newest posts, of the categories that are read", async () => {
  const { actors } = await findFacts(at);
  const { post } = await findHits(actors.referent, { words: known.common });
  expect(post.rows.length).toBe(mostRanked);
  const ids = post.rows.map(({ id }) => id);
  const holds = "@@ websearch_to_tsquery('pg_catalog.italian', f_unaccent($1))";
  const { rows } = await client.query<{ older: number; foreign: number }>(
    `with found as (
       select p.id, c.programme_id, c.is_public, p.search ${holds} as by_text,
         to_tsvector('pg_catalog.italian', f_unaccent(t.title)) ${holds} as by_title
       from post p join thread t on t.id = p.thread_id join category c on c.id = t.category_id),
     mine as (select * from found where is_public or programme_id = any($2::uuid[])),
     newest as (select id from mine where by_text order by id desc limit $3)
     select
       (select count(*)::int from mine where id = any($4::uuid[]) and not by_title
         and id not in (select id from newest)) as older,
       (select count(*)::int from unnest($4::uuid[]) as given(id) where id not in (select id from mine)) as foreign`,
    [known.common, actors.referent.programmesWith("REFERENT", "STAFF"), mostRanked, ids],
  );
  expect(rows).toEqual([{ older: 0, foreign: 0 }]);
});

test.each(["a rare word", "a word of one post in four"])(
  "texts of files are found by the index of words: %s",
  async (name) => {
    const plans: Plan[] = [];
    for (const statement of await statementsOf(cases.get(`search: ${name}`) ?? (async () => undefined)))
      plans.push(await explain(client, statement));
    const scans = plans.flatMap((plan) => plan.scans).filter(({ table }) => table === "file_text");
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter(({ node }) => node === "Seq Scan")).toEqual([]);
  },
);

test("what was written is rendered as the portal renders it", async () => {
  const { renderMarkdown } = await import("@/lib/platform/markdown");
  const { rows } = await client.query<{ markdown: string; html: string }>(
    "select markdown, html from post order by id limit 50",
  );
  for (const { markdown, html } of rows) expect(renderMarkdown(markdown).html.trim()).toBe(html);
});
