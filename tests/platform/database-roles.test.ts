import { beforeAll, describe, expect, test } from "vitest";
import { roleOf, withClient } from "@/lib/platform/database/connection";
import { prepareDatabase } from "@/lib/platform/database/prepare";

const url = process.env.DATABASE_URL ?? "";
const migrationUrl = process.env.DATABASE_MIGRATION_URL ?? "";
const isOneRole = roleOf(url) === roleOf(migrationUrl);
const oneRole = "DATABASE_MIGRATION_URL is not set: one role owns the tables and uses them";

function refusal(sql: string, address = url): Promise<string> {
  return withClient(address, (client) =>
    client.query(sql).then(
      () => "accepted",
      (error: { code: string }) => error.code,
    ),
  );
}

// Rights to the database itself do not come along when a test's database is copied.
beforeAll(async () => void (await prepareDatabase({ url, migrationUrl })));

describe("the portal's role", () => {
  test.for([
    `INSERT INTO event (id, kind, actor_kind, subject_kind, subject_id, occurred_at)
     VALUES (gen_random_uuid(), 'portal.tested', 'visitor', 'test', gen_random_uuid(), now())`,
    `INSERT INTO read_log (id, actor_kind, subject_kind, subject_id, read_at)
     VALUES (gen_random_uuid(), 'visitor', 'list', 'people', now())`,
    "SELECT graphile_worker.add_job('nothing', '{}'::json)",
    "SELECT graphile_worker.complete_jobs(ARRAY[1]::bigint[])",
    "SELECT id FROM graphile_worker.migrations",
    "SELECT f_unaccent('à')",
  ])("may: %s", async (sql) => {
    expect(await refusal(sql)).toBe("accepted");
  });

  test.for([
    // the log
    "UPDATE event SET kind = 'x.y'",
    "DELETE FROM event",
    "TRUNCATE event",
    "DROP TABLE event",
    "ALTER TABLE event DISABLE TRIGGER ALL",
    "ALTER TABLE event RENAME TO forgotten",
    "ALTER TABLE event OWNER TO CURRENT_USER",
    "GRANT ALL ON event TO CURRENT_USER; UPDATE event SET kind = 'x.y'",
    "BEGIN; LOCK TABLE event IN ACCESS EXCLUSIVE MODE",
    "CREATE RULE nothing AS ON INSERT TO event DO INSTEAD NOTHING",
    "SELECT setval('event_seq_seq', 1)",
    "UPDATE read_log SET subject_id = 'nothing'",
    "DELETE FROM read_log",
    "TRUNCATE read_log",
    "ALTER TABLE read_log DISABLE TRIGGER ALL",
    // the schema
    "TRUNCATE person",
    "ALTER TABLE person DROP CONSTRAINT person_email_check",
    "DROP INDEX role_assignment_active_key",
    "CREATE TABLE public.mine ()",
    "CREATE TABLE graphile_worker.mine ()",
    "CREATE TEMPORARY TABLE mine ()",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION f_unaccent(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION pgcrypto",
    "UPDATE _prisma_migrations SET checksum = ''",
    "DELETE FROM _prisma_migrations",
    "UPDATE graphile_worker.migrations SET breaking = false",
    // the server
    "SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "SELECT pg_read_file('/etc/hostname')",
    "COPY event TO PROGRAM 'cat'",
  ])("may not: %s", async (sql, { skip }) => {
    skip(isOneRole, oneRole);
    expect(await refusal(sql)).toBe("42501");
  });

  test("may not become the owner", async ({ skip }) => {
    skip(isOneRole, oneRole);
    expect(await refusal(`SET ROLE "${roleOf(migrationUrl)}"`)).toBe("42501");
  });

  test("has no right to a new table until the next start gives it", async ({ skip }) => {
    skip(isOneRole, oneRole);
    await withClient(migrationUrl, (client) => client.query("CREATE TABLE later (id int PRIMARY KEY)"));
    expect(await refusal("SELECT FROM later")).toBe("42501");
    await prepareDatabase({ url, migrationUrl });
    expect(await refusal("UPDATE later SET id = 1")).toBe("accepted");
    for (const table of ["event", "read_log"]) expect(await refusal(`DELETE FROM ${table}`)).toBe("42501");
  });
});
