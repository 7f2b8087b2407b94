import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openArchive } from "@/lib/platform/backup/archive-reader";
import { createArchive } from "@/lib/platform/backup/archive-writer";
import { type BackupSource, stillNamed } from "@/lib/platform/backup/backup";
import { BackupError, describeNow } from "@/lib/platform/backup/format";
import { verifyArchive } from "@/lib/platform/backup/verify";
import { withClient } from "@/lib/platform/database/connection";
import { env } from "@/lib/platform/env";
import { driver, putObject } from "@/lib/platform/storage/storage";
import {
  aFolder,
  asSource,
  aTarget,
  backUp,
  checksums,
  madeAt,
  restore,
  verify,
} from "@/tests/support/archives";

const passphrase = "sette parole bastano per il portale";
const insertPerson = (name: string) =>
  `INSERT INTO person (id, given_name, family_name, email) VALUES (gen_random_uuid(), '${name}', 'B', '${name}@demo.test')`;

let source: BackupSource;
let object: string;
let file: string;
let bytes: Buffer;
beforeAll(async () => {
  const target = await aTarget();
  const content = Buffer.from("a file of the portal".repeat(500));
  const { sha256, size } = await putObject(content);
  object = sha256;
  await withClient(target.migrationUrl, async (client) => {
    await client.query(insertPerson("ada"));
    await client.query("INSERT INTO stored_object (sha256, size) VALUES ($1, $2)", [sha256, size]);
  });
  source = { ...asSource(target), store: await driver() };
  ({ file } = await backUp(source));
  bytes = readFileSync(file);
});

/** What the nightly sweep does when it comes between the rows and the files of a backup. */
async function sweep(sha256: string): Promise<null> {
  await withClient(source.url, (client) =>
    client.query("DELETE FROM stored_object WHERE sha256 = $1", [sha256]),
  );
  return null;
}

/** Another archive, made of changed bytes. */
function written(changed: Buffer): string {
  const path = join(aFolder(), "changed.tar");
  writeFileSync(path, changed);
  return path;
}

describe("an archive is refused", () => {
  test("cut anywhere", async () => {
    const offsets = [0, 1, 511, 512, 513, bytes.length - 1, bytes.length - 512, bytes.length - 513];
    const cuts = fc.sample(fc.nat(bytes.length - 1), { numRuns: 40, seed: 7 });
    for (const offset of [...offsets, ...cuts]) {
      await expect(verify(written(bytes.subarray(0, offset))), `cut at ${offset}`).rejects.toThrow(
        BackupError,
      );
    }
  });

  test("with one bit turned anywhere", async () => {
    const flips = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { numRuns: 120, seed: 7 });
    const path = written(bytes);
    for (const [offset, bit] of [[bytes.length - 1, 0] as const, ...flips]) {
      const changed = Buffer.from(bytes);
      changed[offset] = (changed[offset] ?? 0) ^ (1 << bit);
      writeFileSync(path, changed);
      await expect(verify(path), `bit ${bit} of ${offset}`).rejects.toThrow(BackupError);
    }
    writeFileSync(path, bytes);
    expect((await verify(path)).manifest.files.count).toBe(1);
  });

  test("with something added", async () => {
    await expect(verify(written(Buffer.concat([bytes, Buffer.alloc(1)])))).rejects.toThrow(BackupError);
  });

  test.for([
    ["nothing", Buffer.alloc(0)],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a page", Buffer.from("<!doctype html><p>not a backup</p>".repeat(100))],
  ] as const)("that is %s", async ([, content]) => {
    await expect(verify(written(content))).rejects.toThrow(BackupError);
  });

  test("that is not there", async () => {
    await expect(verify(join(aFolder(), "none.tar"))).rejects.toThrow("cannot be read");
  });

  test("encrypted, and cut or changed anywhere", { timeout: 90_000 }, async () => {
    const target = await aTarget();
    const encrypted = await backUp(asSource(target), { passphrase });
    const whole = readFileSync(encrypted.file);
    // The key is made once; the body is read anew each time.
    const archive = await openArchive(encrypted.file, passphrase);
    const body = whole.indexOf("\n--- ") + 100;
    const places = fc.sample(fc.integer({ min: body, max: whole.length - 1 }), { numRuns: 30, seed: 7 });
    for (const place of [body, whole.length - 1, ...places]) {
      writeFileSync(encrypted.file, whole.subarray(0, place));
      await expect(
        verifyArchive(archive, () => undefined),
        `cut at ${place}`,
      ).rejects.toThrow(BackupError);
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 4;
      writeFileSync(encrypted.file, changed);
      await expect(
        verifyArchive(archive, () => undefined),
        `bit of ${place}`,
      ).rejects.toThrow(BackupError);
    }
    const header = Buffer.from(whole);
    header[40] = (header[40] ?? 0) ^ 1;
    await expect(verify(written(header), passphrase)).rejects.toThrow(BackupError);
  });

  test("of a newer portal, naming what is unknown; of another portal's migrations", async () => {
    const { about } = await verify(file);
    const target = await aTarget();
    const unknown = { name: "29990101000000_later", checksum: "0" };
    const newer = await archiveWith({
      ...about,
      portal: "9.9.9",
      migrations: [...about.migrations, unknown],
    });
    await expect(restore(newer, target)).rejects.toThrow(/newer portal \(9\.9\.9.*29990101000000_later/);
    const other = about.migrations.map((migration) => ({ ...migration, checksum: "0" }));
    await expect(restore(await archiveWith({ ...about, migrations: other }), target)).rejects.toThrow(
      "is another one",
    );
  });

  /** An archive that holds nothing, and says of itself what a test wants. */
  async function archiveWith(about: Parameters<typeof describeNow>[0]): Promise<string> {
    const path = join(aFolder(), "made.tar");
    const archive = await createArchive(path, { passphrase: undefined, madeAt });
    await archive.add("about.json", Buffer.from(JSON.stringify(describeNow(about))));
    const nothing = { tables: [], sequences: [], files: { count: 0, bytes: 0 }, missing: [], damaged: [] };
    await archive.add("manifest.json", Buffer.from(JSON.stringify(nothing)));
    await archive.finish();
    return path;
  }
});

describe("a restore refuses", { timeout: 60_000 }, () => {
  test("a target that holds data, says which, and replaces them when told", async () => {
    const target = await aTarget();
    await withClient(target.migrationUrl, (client) => client.query(insertPerson("eva")));
    const before = await checksums(target.migrationUrl);
    await expect(restore(file, target)).rejects.toThrow("holds data (person 1)");
    expect(await checksums(target.migrationUrl)).toEqual(before);
    await restore(file, target, { replace: true });
    await withClient(target.url, async (client) => {
      const { rows } = await client.query("SELECT given_name FROM person");
      expect(rows).toEqual([{ given_name: "ada" }]);
    });
  });

  test("a database that somebody uses", async () => {
    const target = await aTarget();
    await withClient(target.url, async () => {
      await expect(restore(file, target)).rejects.toThrow(/in use \(1 connections: .*Stop the portal/);
    });
  });

  test("to go on when a file cannot be kept, leaving everything as it was", async () => {
    const target = await aTarget();
    const before = await checksums(target.migrationUrl);
    const store = { ...target.store, keep: () => Promise.reject(new Error("no space left on device")) };
    await expect(restore(file, { ...target, store })).rejects.toThrow("no space left");
    expect(await checksums(target.migrationUrl)).toEqual(before);
  });

  test("to say that all is well when the store gives other bytes back", async () => {
    const target = await aTarget();
    const store = { ...target.store, keep: async () => undefined };
    await expect(restore(file, { ...target, store })).rejects.toThrow("did not arrive whole");
  });
});

describe("a backup", { timeout: 60_000 }, () => {
  test("overwrites nothing and leaves nothing half written", async () => {
    await expect(backUp(source, { file })).rejects.toThrow("is there already");
    expect(readFileSync(file).equals(bytes)).toBe(true);

    const other = join(aFolder(), "other.tar");
    writeFileSync(`${other}.part`, "of another backup");
    await expect(backUp(source, { file: other })).rejects.toThrow("another backup");
    expect(readFileSync(`${other}.part`, "utf8")).toBe("of another backup");

    const stopped = join(aFolder(), "stopped.tar");
    await expect(backUp(source, { file: stopped, signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    expect(readdirSync(dirname(stopped))).toEqual([]);

    const nowhere = { ...source, url: source.url.replace(/\/[^/]*$/, "/no_such_database") };
    await expect(backUp(nowhere, { file: stopped })).rejects.toThrow("does not exist");
    expect(existsSync(`${stopped}.part`)).toBe(false);
  });

  test("goes through with files that are missing or damaged, and names them", async () => {
    const place = join(env().dataDir, "objects", object.slice(0, 2), object.slice(2, 4), object);
    writeFileSync(place, "other bytes");
    const damaged = await backUp(source);
    expect(damaged.manifest).toMatchObject({ damaged: [object], missing: [] });
    rmSync(place);
    const missing = await backUp(source);
    expect(missing.manifest).toMatchObject({ damaged: [], missing: [object], files: { count: 0, bytes: 0 } });
    expect(await stillNamed(source.url, [object])).toEqual([object]);
    const swept = await backUp({ ...source, store: { open: () => sweep(object) } });
    expect(await stillNamed(source.url, swept.manifest.missing)).toEqual([]);
    for (const archive of [damaged, missing, swept]) {
      const target = await aTarget();
      await restore(archive.file, target);
      expect(await target.store.has(object)).toBe(false);
    }
  });
});
