import pg from "pg";

/** Addresses of one database: the running portal's role, and the owner who migrates. */
export interface DatabaseUrls {
  url: string;
  migrationUrl: string;
}

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The role that an address names. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** Opens one connection for a piece of work, closes it whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that stops while the connection idles must not end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
