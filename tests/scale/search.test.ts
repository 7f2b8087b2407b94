import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/actor";
import { findHits } from "@/lib/search/candidates/queries";
import type { Results } from "@/lib/search/queries";
import { mostRanked } from "@/lib/search/schema";
import { gatherWords } from "@/lib/search/words/jobs";
import { casesOf } from "@/scripts/bench/data/cases";
import { findFacts } from "@/scripts/bench/data/facts";
import { loadData } from "@/scripts/bench/data/load";
import { explain, type Plan, type Scan, statementsOf } from "@/scripts/bench/data/plans";
import { shapeOf } from "@/scripts/bench/data/shape";
import { known } from "@/scripts/bench/data/vocabulary";

// The quick form of `npm run bench -- data`, for the search: too few rows to see it in milliseconds, enough to see which are read.
const at = new Date("2026-03-24T08:00:00Z");
const size = shapeOf({ posts: 12_000, documents: 3_000, sessions: 100 });
const shape = {
  ...size,
  largest: 0.9,
  requests: 5,
  mails: 100,
  reads: 1_000,
  people: 6_000,
  organisations: 3_000,
};

const url = process.env.DATABASE_MIGRATION_URL ?? "";
const client = new pg.Client({ connectionString: url });
let cases: Map<string, () => Promise<unknown>>;

beforeAll(async () => {
  await loadData(url, { shape, now: at.getTime(), say: () => undefined });
  await gatherWords(systemActor("gather-words", at));
  await client.connect();
  await client.query("analyze search_word");
  cases = new Map(casesOf(await findFacts(at)).map(({ name, run }) => [name, run]));
}, 180_000);

afterAll(() => client.end());

const runOf = (name: string) => {
  const run = cases.get(`search: ${name}`);
  if (!run) throw new Error(`no case ${name}`);
  return run;
};

/** What the statements of a search read of a table. */
async function scansOf(name: string, table: string): Promise<Scan[]> {
  const plans: Plan[] = [];
  for (const statement of await statementsOf(runOf(name))) plans.push(await explain(client, statement));
  return plans.flatMap((plan) => plan.scans).filter((scan) => scan.table === table);
}

test("the search ranks the newest of a frequent word, and says so", async () => {
  expect(await runOf("a word of one post in four")()).toMatchObject({ isCut: true });
  expect(await runOf("a rare word")()).toMatchObject({ isCut: false });
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
    const scans = await scansOf(name, "file_text");
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter(({ node }) => node === "Seq Scan")).toEqual([]);
  },
);

describe("what was looked for between two days", () => {
  test.each(["the same, in a month of years ago", "the same, in a month, in one programme"])(
    "is read by the index of moments: %s",
    async (name) => {
      const indexes = (await scansOf(name, "post")).map(({ index }) => index);
      expect(
        indexes.some(
          (index) => index?.startsWith("post_created_at") || index?.startsWith("post_programme_id_created"),
        ),
      ).toBe(true);
      const { counts } = (await runOf(name)()) as Results;
      expect(counts.post).toBeGreaterThan(0);
    },
  );
});

describe("a word typed wrong", () => {
  test("is compared with others by their index, and another is proposed", async () => {
    const scans = await scansOf("a word mistyped: another is proposed", "search_word");
    expect(scans.map(({ index }) => index).filter(Boolean)).toContain("search_word_plain_idx");
    expect(scans.filter(({ node }) => node === "Seq Scan")).toEqual([]);
    expect(await runOf("a word mistyped: another is proposed")()).toMatchObject({
      total: 0,
      suggestion: known.common,
    });
  });

  test("is compared with names by theirs", async () => {
    const scans = await scansOf("a name mistyped, administrator", "person");
    expect(scans.map(({ index }) => index)).toContain("person_name_trgm_idx");
  });
});

test.each([
  ["a name", "person", "person_search_idx"],
  ["a rare word", "post", "post_search_idx"],
  ["an organisation", "organisation", "organisation_search_idx"],
])("%s is found by the index of words of %s", async (name, table, index) => {
  expect((await scansOf(name, table)).map((scan) => scan.index)).toContain(index);
});
