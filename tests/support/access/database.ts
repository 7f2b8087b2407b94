import pg from "pg";
import type { PortalData } from "../portal";

/** A database of a portal under test, over one connection: the matrix asks it thousands of times. */
export type Database = Pick<PortalData, "rows"> & { end(): Promise<void> };

/** Connects as the owner. */
export async function connect({ migrationUrl }: Pick<PortalData, "migrationUrl">): Promise<Database> {
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  return {
    rows: async <Row extends object>(sql: string, values: unknown[] = []) =>
      (await client.query<Row>(sql, values)).rows,
    end: () => client.end(),
  };
}
