import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Decrypter, Encrypter } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import type { BackupSource } from "@/lib/platform/backup/backup";
import type { Restored } from "@/lib/platform/backup/restore";
import { type DatabaseUrls, withClient } from "@/lib/platform/database/connection";
import { diffMigrations } from "@/lib/platform/database/migrations";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { diskDriver } from "@/lib/platform/storage/disk";
import { putObject } from "@/lib/platform/storage/storage";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { asSource, aTarget, backUp, checksums, madeAt, restore, verify } from "@/tests/support/archives";

const awkward = "tab\there, line\nbreak\r, \\N \\. back\\slash, “quotes”, 🏛, \u2028, à";
const passphrase = "sette parole bastano per il portale";

let source: BackupSource;
beforeAll(async () => {
  await seedDemonstration(madeAt);
  const { dataDir, DATABASE_MIGRATION_URL: url = "" } = env();
  source = { url, dataDir, store: diskDriver(join(dataDir, "objects")) };
  writeFileSync(join(dataDir, "session-secret"), "the secret of this portal");
  await db.setting.create({ data: { key: "test", value: { awkward }, updatedAt: madeAt } });
  await db.programme.updateMany({ where: { slug: "camere-nuova-edizione" }, data: { summary: awkward } });
  await db.storedObject.create({ data: await anObject(Buffer.alloc(3_000_000, "0123456789abcdefg")) });
  await withClient(url, (client) =>
    client.query(`
      INSERT INTO mail (id, dedupe_key, template, locale, to_address, params) VALUES (gen_random_uuid(), 'a', 'b', 'it', 'c', '{}');
      INSERT INTO upload (id, person_id, entry, target, fields, filename, size, created_at, expires_at)
        SELECT gen_random_uuid(), id, 'documents.add', '{}', '{}', 'a.txt', 9007199254740993, now(), now() FROM person LIMIT 1;
      INSERT INTO rate_limit VALUES ('a', 3, 9007199254740993), ('b', 1, NULL);
      SELECT graphile_worker.add_job('sweep', '{}', job_key => 'kept', run_at => '2030-01-01T00:00:00.123456Z', priority => 3);
      SELECT graphile_worker.add_job('notify', '{"eventId":"à"}', queue_name => 'one by one');
      UPDATE graphile_worker._private_jobs SET attempts = 2, last_error = 'Error P1001' WHERE key = 'kept'`),
  );
});

async function anObject(bytes: Buffer) {
  const { sha256, size } = await putObject(bytes);
  return { sha256, size: BigInt(size) };
}

async function texts(url: string, sql: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ text: string }>(sql);
    return rows.map(({ text }) => text);
  });
}

/** Types of which no column anywhere holds a value. */
async function unfilledTypes(): Promise<string[]> {
  const columns = await texts(
    source.url,
    `SELECT json_build_array(format_type(atttypid, NULL), format('SELECT count(%I)::int AS n FROM %s', attname, attrelid::regclass))::text AS text
     FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped`,
  );
  const filled = new Map<string, boolean>();
  await withClient(source.url, async (client) => {
    for (const [type, count] of columns.map((text) => JSON.parse(text) as [string, string])) {
      if (filled.get(type)) continue;
      const { rows } = await client.query<{ n: number }>(count);
      filled.set(type, rows[0]?.n !== 0);
    }
  });
  return [...filled].flatMap(([type, isFilled]) => (isFilled ? [] : [type]));
}

function sequences(url: string): Promise<string[]> {
  return texts(url, "SELECT last_value || ' ' || is_called AS text FROM event_seq_seq");
}

/** Constraints, indexes, functions and rights: what a rebuild could forget. */
function definitions({ migrationUrl }: DatabaseUrls): Promise<string[]> {
  return texts(
    migrationUrl,
    `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang <> 13
       AND prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
     UNION SELECT table_name || ' ' || grantee || ' ' || privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'public'
     ORDER BY 1`,
  );
}

let archive: Awaited<ReturnType<typeof backUp>>;
let before: Record<string, string>;
let target: Awaited<ReturnType<typeof aTarget>>;
let made: string[];
let restored: Restored;
beforeAll(async () => {
  before = await checksums(source.url);
  archive = await backUp(source);
  target = await aTarget();
  made = await definitions(target);
  restored = await restore(archive.file, target);
}, 120_000);

describe("a backup", () => {
  test("is made of a value of every type that the schema has", async () => {
    expect(await unfilledTypes()).toEqual([]);
  });

  test("leaves one file that its owner alone reads, and the portal as it was", async () => {
    expect(statSync(archive.file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(archive.file))).toEqual(["backup.tar"]);
    expect(archive.manifest).toMatchObject({ missing: [], damaged: [] });
    expect(await checksums(source.url)).toEqual(before);
  });

  // Making a key from a passphrase takes a second of one core, on purpose.
  test("goes through the format of age when there is a passphrase", { timeout: 90_000 }, async () => {
    const { file, manifest } = await backUp(source, { passphrase });
    const bytes = readFileSync(file);
    expect(bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    for (const word of ["Camera di Commercio", "the secret of this portal", "about.json"]) {
      expect(bytes.includes(word)).toBe(false);
    }
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(Buffer.from(await decrypter.decrypt(bytes)).equals(readFileSync(archive.file))).toBe(true);
    expect((await verify(file, passphrase)).manifest).toEqual(manifest);
    await expect(verify(file)).rejects.toThrow("is encrypted");
    await expect(verify(file, "another passphrase")).rejects.toThrow("passphrase does not open");
  });

  test("reads what the library itself encrypted", { timeout: 90_000 }, async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    const file = `${archive.file}.age`;
    writeFileSync(file, await encrypter.encrypt(readFileSync(archive.file)));
    expect((await verify(file, passphrase)).manifest).toEqual(archive.manifest);
  });
});

describe("a restore", () => {
  test("gives every table, sequence, file and secret back as it was", async () => {
    expect(restored).toMatchObject({ migrated: [], files: archive.manifest.files });
    expect(await checksums(target.migrationUrl)).toEqual(before);
    expect(await sequences(target.migrationUrl)).toEqual(await sequences(source.url));
    const objects = await db.storedObject.findMany();
    expect(objects.length).toBe(archive.manifest.files.count);
    for (const { sha256 } of objects) {
      const [old, now] = await Promise.all([source.store.open(sha256), target.store.open(sha256)]);
      if (!old || !now) throw new Error(`${sha256} is missing`);
      expect((await buffer(now.stream)).equals(await buffer(old.stream))).toBe(true);
    }
    expect(readdirSync(target.temporary)).toEqual([]);
    expect(readFileSync(join(target.dataDir, "session-secret"), "utf8")).toBe("the secret of this portal");
  });

  test("makes the schema and its rights as the migrations do", async () => {
    expect(await definitions(target)).toEqual(made);
    expect(await diffMigrations(target.migrationUrl)).toBeNull();
  });

  test("puts the waiting jobs into the queue as they were", async () => {
    const jobs = `SELECT json_build_array(task_identifier, queue_name, run_at, attempts, max_attempts, last_error, key, priority)::text AS text
      FROM graphile_worker.jobs WHERE key = 'kept' OR queue_name IS NOT NULL ORDER BY id`;
    const found = await texts(target.url, jobs);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("Error P1001");
    expect(found).toEqual(await texts(source.url, jobs));
  });

  test("holds what makes the same archive again, byte for byte", async () => {
    const second = await backUp(asSource(target));
    expect(second.manifest).toEqual(archive.manifest);
    expect(readFileSync(second.file).equals(readFileSync(archive.file))).toBe(true);
  });
});
