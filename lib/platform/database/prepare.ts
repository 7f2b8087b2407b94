import { makeWorkerUtils } from "graphile-worker";
import type pg from "pg";
import { type DatabaseUrls, roleOf, withClient } from "@/lib/platform/database/connection";
import { applyMigrations } from "@/lib/platform/database/migrations";

/** Tables that the running portal may add to and read, never change. */
const appendOnly = ["event", "read_log"];

/**
 * Brings a database up to date: migrations, the tables of the job queue, what the portal's role may do.
 * @returns names of the migrations applied now
 */
export async function prepareDatabase(urls: DatabaseUrls): Promise<string[]> {
  const applied = await applyMigrations(urls.migrationUrl);
  const queue = await makeWorkerUtils({ connectionString: urls.migrationUrl });
  try {
    await queue.migrate();
  } finally {
    await queue.release();
  }
  await grantToPortal(urls);
  return applied;
}

/** Gives the portal's role what it needs and no more; nothing to do when one role does both. */
async function grantToPortal(urls: DatabaseUrls): Promise<void> {
  if (roleOf(urls.url) === roleOf(urls.migrationUrl)) return;
  await withClient(urls.migrationUrl, async (client) => {
    const role = client.escapeIdentifier(roleOf(urls.url));
    const statements = [
      ...schemaGrants("public", role),
      ...schemaGrants("graphile_worker", role),
      ...appendOnly.map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON public.${table} FROM ${role}`),
      ...["public._prisma_migrations", "graphile_worker.migrations"].map(
        (table) => `REVOKE INSERT, UPDATE, DELETE ON ${table} FROM ${role}`,
      ),
      // What everybody may do, this role may too: older servers let everybody make tables in public.
      "REVOKE ALL ON SCHEMA public, graphile_worker FROM PUBLIC",
      `REVOKE CREATE, TEMPORARY ON DATABASE ${client.escapeIdentifier(client.database ?? "")} FROM PUBLIC`,
    ];
    const policies = await missingPolicies(client, roleOf(urls.url));
    await client.query(["BEGIN", ...statements, ...policies, "COMMIT"].join(";\n"));
  });
}

/** The queue's tables let nobody but their owner see a row, unless a policy says so. */
async function missingPolicies(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c
     WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity AND NOT EXISTS (
       SELECT FROM pg_policy WHERE polrelid = c.oid AND $1::text::regrole = ANY (polroles))`,
    [client.escapeIdentifier(role)],
  );
  const target = client.escapeIdentifier(role);
  return rows.map(({ name }) => {
    const table = `graphile_worker.${client.escapeIdentifier(name)}`;
    return `CREATE POLICY ${client.escapeIdentifier(`queue of ${role}`)} ON ${table} TO ${target} USING (true) WITH CHECK (true)`;
  });
}

function schemaGrants(schema: string, role: string): string[] {
  return [
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`,
  ];
}
