import { withClient } from "@/lib/platform/database/connection";

/** Nobody and nothing is registered yet. */
export function isEmpty(migrationUrl: string): Promise<boolean> {
  return withClient(migrationUrl, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM person) AND NOT EXISTS (SELECT FROM organisation)
         AND NOT EXISTS (SELECT FROM programme) AS empty`,
    );
    return rows[0]?.empty ?? false;
  });
}

/** A demonstration account as `npm start` shows it. */
export interface DemoAccount {
  email: string;
  name: string;
}

/** Who is worth trying first, in this order; the other invented people have no part that these have not. */
const shown = [
  "amministratore",
  "coordinatore",
  "esperto",
  "osservatore",
  "manager",
  "referente.a",
  "staff.a",
  "referente.b",
  "staff.b",
  "responsabile.cip",
  "accoglienza",
  "backoffice",
  "accompagnamento",
  "ricerca.attiva",
  "specialista",
  "amministrativo",
  "incrocio",
  "pool",
  "lavoratore",
  "dirigente",
  "comitato",
  "impresa",
  "rpd",
].map((name) => `${name}@demo.test`);

/** The demonstration accounts that are there and can sign in. */
export function demoAccounts(migrationUrl: string): Promise<DemoAccount[]> {
  return withClient(migrationUrl, async (client) => {
    const { rows } = await client.query<DemoAccount>(
      `SELECT email, given_name || ' ' || family_name AS name FROM person
       WHERE is_demo AND password_hash IS NOT NULL AND disabled_at IS NULL AND email = ANY ($1::text[])
       ORDER BY array_position($1::text[], email)`,
      [shown],
    );
    return rows;
  });
}
