import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { aFolder, archiveProcess, aTarget, checksums, untilUnused } from "@/tests/support/archives";

const passphrase = "sette parole bastano per il portale";
const encrypted = { BACKUP_PASSPHRASE: passphrase };
const megabyte = 1024 ** 2;
const free = statfsSync(inject("testServer").dataDir);
const hasSpace = free.bavail * free.bsize > 6 * 1024 * megabyte;

type Target = Awaited<ReturnType<typeof aTarget>>;

/** Rows and files of no meaning, as many as asked. */
async function filled(files: number, events: number): Promise<Target> {
  const target = await aTarget();
  const rows: string[] = [];
  for (let index = 0; index < files; index += 1) {
    const bytes = randomBytes(megabyte);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const place = join(target.dataDir, "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
    rows.push(sha256);
  }
  await withClient(target.migrationUrl, async (client) => {
    await client.query("INSERT INTO stored_object (sha256, size) SELECT unnest($1::text[]), $2", [
      rows,
      megabyte,
    ]);
    await client.query(
      `INSERT INTO event (id, kind, actor_kind, subject_kind, subject_id, occurred_at, data)
       SELECT gen_random_uuid(), 'portal.tested', 'visitor', 'test', gen_random_uuid(), now(), '{"a": "some text"}'
       FROM generate_series(1, $1::int)`,
      [events],
    );
  });
  return target;
}

async function run(command: "backup" | "restore", file: string, target: Target) {
  const started = performance.now();
  const process = archiveProcess(command, file, target, encrypted);
  expect(await process.exit, process.said()).toBe(0);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, peak: process.peak(), size: statSync(file).size / megabyte };
}

function tell(what: string, { seconds, peak, size }: Awaited<ReturnType<typeof run>>): void {
  console.log(
    `${what}: ${size.toFixed(0)} MB of archive in ${seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MB of memory`,
  );
}

describe("A gigabyte of files and 300 000 rows", { timeout: 1_200_000 }, () => {
  test("are backed up and restored, encrypted, with at most 64 MB more than next to nothing", async ({
    skip,
  }) => {
    skip(!hasSpace, "needs 6 GB of free disk");
    const [little, much] = [await filled(1, 10), await filled(1000, 300_000)];
    const [littleFile, file] = [join(aFolder(), "little.tar"), join(aFolder(), "much.tar")];
    const smallBackup = await run("backup", littleFile, little);
    const backup = await run("backup", file, much);
    const before = await checksums(much.migrationUrl);
    rmSync(much.dataDir, { recursive: true });
    const [littleCopy, copy] = [await aTarget(), await aTarget()];
    const smallRestore = await run("restore", littleFile, littleCopy);
    const restore = await run("restore", file, copy);
    tell("next to nothing, backed up", smallBackup);
    tell("1 GB, backed up", backup);
    tell("next to nothing, restored", smallRestore);
    tell("1 GB, restored", restore);
    expect(backup.peak - smallBackup.peak).toBeLessThan(64);
    expect(restore.peak - smallRestore.peak).toBeLessThan(64);
    expect(await checksums(copy.migrationUrl)).toEqual(before);
    rmSync(copy.dataDir, { recursive: true });
    rmSync(dirname(file), { recursive: true });
  });
});

describe("A restore killed at a random moment", { timeout: 1_200_000 }, () => {
  test("leaves the old state or the whole new one, twenty times", async () => {
    const [source, target] = [await filled(40, 60_000), await filled(5, 500)];
    const [file, oldFile] = [join(aFolder(), "new.tar"), join(aFolder(), "old.tar")];
    await run("backup", file, source);
    await run("backup", oldFile, target);
    const [before, after] = [await checksums(target.migrationUrl), await checksums(source.migrationUrl)];
    const { seconds } = await run("restore", file, await aTarget());
    let old = 0;
    for (let round = 0; round < 20; round += 1) {
      // From the first second on: before that nothing has begun.
      const process = archiveProcess("restore", file, target, encrypted);
      await process.killAfter(1000 * (1 + Math.random() * (seconds - 1)));
      await untilUnused(target.migrationUrl);
      const found = await checksums(target.migrationUrl);
      expect([before, after]).toContainEqual(found);
      if (found.event === before.event) old += 1;
      else await run("restore", oldFile, target);
    }
    console.log(`20 restores killed: ${old} left the old state, ${20 - old} the whole new one`);
    await run("restore", file, target);
    expect(await checksums(target.migrationUrl)).toEqual(after);
  });
});
