import pg from "pg";
import type { Go } from "./load";
import type { Contender } from "./rounds";
import { isQuery, type Statement } from "./statements";

/** The statement that takes longest alone: a page cannot be faster than it. */
export async function dearest(url: string, statements: Statement[]): Promise<Statement | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let found: { statement: Statement; ms: number } | null = null;
    for (const statement of statements.filter(isQuery)) {
      const ms = await shortest(client, statement);
      if (!found || ms > found.ms) found = { statement, ms };
    }
    return found?.statement ?? null;
  } finally {
    await client.end();
  }
}

async function shortest(client: pg.Client, statement: Statement): Promise<number> {
  const times: number[] = [];
  for (let go = 0; go < 5; go += 1) {
    const begin = performance.now();
    await client.query(statement.text, statement.values);
    times.push(performance.now() - begin);
  }
  return Math.min(...times);
}

/** A statement asked again and again through `pg` alone, with nothing of the portal around it. */
export function replaying(key: string, url: string, statement: Statement): Contender {
  const go = async (connections: number, seconds: number): Promise<Go> => {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
    const begin = performance.now();
    const end = begin + seconds * 1000;
    const times: number[] = [];
    await Promise.all(
      clients.map(async (client) => {
        for (let last = performance.now(); last < end; ) {
          await client.query(statement.text, statement.values);
          const now = performance.now();
          times.push(now - last);
          last = now;
        }
      }),
    );
    const took = (performance.now() - begin) / 1000;
    await Promise.all(clients.map((client) => client.end()));
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return { perSecond: times.length / took, p50: at(0.5), p975: at(0.975) };
  };
  return { key, go };
}
