import pg from "pg";

/**
 * A pool whose connections may be lost at any moment: each one keeps somebody to whom its loss is told, also while it is
 * handed from one user to the next. Without, a server that ended just then ended this process too, by an error event that
 * nobody heard.
 * @param lost hears of each loss, perhaps twice; the next query opens another connection
 */
export function openPool(config: pg.PoolConfig, lost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", lost));
  return pool;
}
