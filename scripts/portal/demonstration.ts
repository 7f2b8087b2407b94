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

/** Demonstration accounts that can sign in, the portal's own roles first. */
export function demoAccounts(migrationUrl: string): Promise<DemoAccount[]> {
  return withClient(migrationUrl, async (client) => {
    const { rows } = await client.query<DemoAccount>(
      `SELECT p.email, p.given_name || ' ' || p.family_name AS name
       FROM person p LEFT JOIN role_assignment r ON r.person_id = p.id AND r.to_at IS NULL
       WHERE p.is_demo AND p.password_hash IS NOT NULL AND p.disabled_at IS NULL
       GROUP BY p.id ORDER BY min(r.role), p.email`,
    );
    return rows;
  });
}
