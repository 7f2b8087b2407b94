import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPlace } from "@/lib/documents/folders/queries";
import { listDocuments } from "@/lib/documents/queries";
import { readCursor } from "@/lib/platform/lists/cursor";
import { explain, statementsOf } from "@/scripts/bench/data/plans";
import { aFolder, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";

const url = process.env.DATABASE_MIGRATION_URL ?? "";
const client = new pg.Client({ connectionString: url });
/** Rows of documents that a page of fifty may read. */
const most = 200;
let group: WorkingGroup;
let spaceId: string;
let folderId: string;

// Half of them in one folder, half at the top.
beforeAll(async () => {
  group = await aWorkingGroup();
  folderId = await aFolder(group, "Archivio");
  spaceId = (await findPlace(group.coordinator, group.programme.id, {}))?.space.id ?? "";
  await client.connect();
  await client.query(
    `insert into document (id, space_id, folder_id, kind, title, created_at)
     select gen_random_uuid(), $1, case when n % 2 = 0 then $2::uuid end, 'INFORMATION', 'Documento ' || n,
       timestamptz '2026-01-01' + n * interval '1 minute'
     from generate_series(1, 100000) n`,
    [spaceId, folderId],
  );
  await client.query("analyze document");
}, 180_000);
afterAll(() => client.end());

async function readBy(work: () => Promise<unknown>): Promise<number> {
  let read = 0;
  for (const statement of await statementsOf(work)) {
    const { scans } = await explain(client, statement);
    for (const { node, table, read: rows } of scans)
      if (table === "document" && node !== "Bitmap Index Scan") read += rows;
  }
  return read;
}

describe("of a hundred thousand documents of a space, a page reads what it shows", () => {
  const page = (place: { folderId?: string | null }, after?: string) => () =>
    listDocuments(
      group.coordinator,
      group.programme.id,
      { place: { spaceId, ...place } },
      { size: 50, after: readCursor(after) },
    );

  test.each([
    ["in a folder", () => ({ folderId })],
    ["at the top", () => ({ folderId: null })],
    ["anywhere in it", () => ({})],
  ])("%s", async (_where, place) => {
    expect(await readBy(page(place()))).toBeLessThanOrEqual(most);
    let after: string | undefined;
    for (let number = 0; number < 20; number += 1) after = (await page(place(), after)()).next;
    expect(after).toBeDefined();
    expect(await readBy(page(place(), after))).toBeLessThanOrEqual(most);
  });

  test("and the place itself reads none of them", async () => {
    const place = () => findPlace(group.coordinator, group.programme.id, { folder: folderId });
    expect(await readBy(place)).toBe(0);
  });
});
