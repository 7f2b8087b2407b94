import type pg from "pg";
import { withClient } from "@/lib/platform/database/connection";
import { copyRows, type Load } from "@/scripts/bench/data/copy";
import { documentLoads, wordsOfFiles } from "@/scripts/bench/data/document-rows";
import { forumLoads, imagineForum, questionsAskedOften } from "@/scripts/bench/data/forum-rows";
import { logLoads } from "@/scripts/bench/data/log-rows";
import { peopleLoads } from "@/scripts/bench/data/people-rows";
import { sessionLoads } from "@/scripts/bench/data/session-rows";
import type { Shape } from "@/scripts/bench/data/shape";
import { makeWorld, type World } from "@/scripts/bench/data/world";

/** Rows of each table, and how long it took. */
export type Loaded = { world: World; tables: { table: string; rows: number; ms: number }[]; ms: number };

/**
 * Fills an empty, migrated database with invented data of a shape, as its owner, and gathers what the planner needs to
 * know. Every check, foreign key, trigger and index applies as it does to the portal's own rows.
 */
export async function loadData(
  url: string,
  { shape, now, say }: { shape: Shape; now: number; say(line: string): void },
): Promise<Loaded> {
  const started = performance.now();
  const world = makeWorld(shape, now);
  const forum = imagineForum(world);
  const { threads, posts, reads } = forumLoads(world, forum);
  const tables: Loaded["tables"] = [];
  await withClient(url, async (client) => {
    await assertEmpty(client);
    // Large batches of words at a time, where the server would take them up four megabytes a time.
    await client.query("set gin_pending_list_limit = '64MB'");
    const send = async (load: Load) => {
      const begun = performance.now();
      const rows = await copyRows(client, load);
      const ms = performance.now() - begun;
      tables.push({ table: load.table, rows, ms });
      say(`${load.table}: ${rows.toLocaleString("en")} rows in ${(ms / 1000).toFixed(1)} s`);
    };
    for (const load of peopleLoads(world)) await send(load);
    for (const load of [threads, posts, reads]) await send(load);
    for (const load of documentLoads(world)) await send(load);
    await client.query(wordsOfFiles);
    for (const load of sessionLoads(world)) await send(load);
    for (const load of logLoads(world, forum)) await send(load);
    await client.query(questionsAskedOften);
    await client.query("vacuum analyze");
  });
  return { world, tables, ms: performance.now() - started };
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>("select exists (select from person) as full");
  if (rows[0]?.full) throw new Error("the database is not empty: data are loaded only into one of their own");
}
