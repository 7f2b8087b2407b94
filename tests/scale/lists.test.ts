import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { casesOf } from "@/scripts/bench/data/cases";
import { findFacts } from "@/scripts/bench/data/facts";
import { loadData } from "@/scripts/bench/data/load";
import { explain, type Plan, statementsOf } from "@/scripts/bench/data/plans";
import { shapeOf } from "@/scripts/bench/data/shape";

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

test("what was written is rendered as the portal renders it", async () => {
  const { renderMarkdown } = await import("@/lib/platform/markdown");
  const { rows } = await client.query<{ markdown: string; html: string }>(
    "select markdown, html from post order by id limit 50",
  );
  for (const { markdown, html } of rows) expect(renderMarkdown(markdown).html.trim()).toBe(html);
});
