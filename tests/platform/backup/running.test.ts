import { beforeAll, describe, expect, test } from "vitest";
import { addDocument } from "@/lib/documents/mutations";
import type { BackupSource } from "@/lib/platform/backup/backup";
import { withClient } from "@/lib/platform/database/connection";
import { env } from "@/lib/platform/env";
import { driver, putObject } from "@/lib/platform/storage/storage";
import { archiveProcess, aTarget, backUp, checksums, restore, untilUnused } from "@/tests/support/archives";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";

let group: WorkingGroup;
let source: BackupSource;
beforeAll(async () => {
  group = await aWorkingGroup();
  const { dataDir, DATABASE_MIGRATION_URL: url = "" } = env();
  source = { url, dataDir, store: await driver() };
});

async function writeDocument(number: number): Promise<void> {
  const { sha256, size } = await putObject(Buffer.from(`document ${number}`.repeat(number)));
  const file = { sha256, size, filename: `${number}.pdf`, mimeType: "application/pdf" };
  const input = {
    programme: group.programme.slug,
    title: `Documento ${number}`,
    kind: "INFORMATION" as const,
    note: "",
  };
  await addDocument(group.coordinator, input, file);
}

describe("a backup of a portal that is being written to", { timeout: 90_000 }, () => {
  test("is that of one moment: rows, events, jobs and files agree", async () => {
    let written = 0;
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await writeDocument(++written);
    })();
    await expect.poll(() => written, { timeout: 30_000 }).toBeGreaterThan(3);
    const { file, manifest } = await backUp(source);
    const whenDone = written;
    await expect.poll(() => written, { timeout: 30_000 }).toBeGreaterThan(whenDone + 1);
    isOver = true;
    await writing;

    expect(manifest).toMatchObject({ missing: [], damaged: [] });
    const target = await aTarget();
    await restore(file, target);
    const counts = await withClient(target.url, async (client) => {
      const { rows } = await client.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM document) AS documents,
           (SELECT count(*)::int FROM document_version) AS versions,
           (SELECT count(*)::int FROM stored_object) AS objects,
           (SELECT count(*)::int FROM event WHERE kind = 'documents.added') AS events,
           (SELECT count(DISTINCT payload ->> 'eventId')::int FROM graphile_worker._private_jobs j JOIN event e
              ON e.id::text = payload ->> 'eventId' AND e.kind = 'documents.added') AS jobs`,
      );
      return rows[0] ?? {};
    });
    const { documents = 0 } = counts;
    expect(documents).toBeGreaterThan(2);
    expect(documents).toBeLessThan(written);
    expect(new Set(Object.values(counts))).toEqual(new Set([documents]));
    expect(manifest.files.count).toBe(documents);
  });
});

describe("a restore that is killed", { timeout: 120_000 }, () => {
  test("leaves what was there, or the whole archive", async () => {
    const { file } = await backUp(source);
    const target = await aTarget();
    await withClient(target.migrationUrl, (client) =>
      client.query("INSERT INTO counter VALUES ('protocol', 2026, 7)"),
    );
    const before = await checksums(target.migrationUrl);

    const started = performance.now();
    const whole = await aTarget();
    const undisturbed = archiveProcess("restore", file, whole);
    expect(await undisturbed.exit, undisturbed.said()).toBe(0);
    const duration = performance.now() - started;
    const after = await checksums(whole.migrationUrl);
    expect(after).not.toEqual(before);

    for (const part of [0.6, 0.8]) {
      await archiveProcess("restore", file, target).killAfter(duration * part);
      await untilUnused(target.migrationUrl);
      const found = await checksums(target.migrationUrl);
      expect([before, after]).toContainEqual(found);
    }
    expect(await archiveProcess("restore", file, target).exit).toBe(0);
    expect(await checksums(target.migrationUrl)).toEqual(after);
  });
});
