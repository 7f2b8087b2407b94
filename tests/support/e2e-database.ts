import { withClient, withDatabase } from "@/lib/platform/database/connection";
import { locateEmbedded } from "@/lib/platform/database/embedded";

/** Rows of the database of the portal that the journeys walk through: what no page shows, mails above all. */
export function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(address(), async (client) => (await client.query<Row>(sql, values)).rows);
}

function address(): string {
  const { DATABASE_URL, DATABASE_MIGRATION_URL = DATABASE_URL, E2E_DATABASE, E2E_DATA_DIR } = process.env;
  if (DATABASE_MIGRATION_URL && E2E_DATABASE) return withDatabase(DATABASE_MIGRATION_URL, E2E_DATABASE);
  const embedded = E2E_DATA_DIR ? locateEmbedded(E2E_DATA_DIR) : null;
  if (!embedded) throw new Error("the portal's database is not there");
  return embedded.migrationUrl;
}

export type Mail = {
  template: string;
  to: string;
  state: string;
  method: string | null;
  calendar: string | null;
  params: Record<string, unknown>;
};

/** The mails that concern a text of their parameters or calendar, oldest first. */
export function mailsAbout(text: string, template?: string): Promise<Mail[]> {
  return rows<Mail>(
    `SELECT template, to_address AS "to", state, method, calendar, params FROM mail
     WHERE (position($1 IN coalesce(calendar, '')) > 0 OR position($1 IN params::text) > 0)
       AND ($2::text IS NULL OR template = $2)
     ORDER BY created_at, id`,
    [text, template ?? null],
  );
}
