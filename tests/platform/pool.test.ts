import { afterAll, expect, test } from "vitest";
import { openPool } from "@/lib/platform/database/pool";
import { env } from "@/lib/platform/env";

const losses: string[] = [];
const pool = openPool({ connectionString: env().DATABASE_URL, max: 1 }, ({ message }) =>
  losses.push(message),
);
// A pool that did not hear of the loss waits for its connection for ever.
afterAll(() => pool.end(), 5_000);

test("the loss of a connection is heard by somebody, also before its user has it and after it was given back", async () => {
  const client = await pool.connect();
  // As a server does that stops between two users. An error event that nobody hears is thrown.
  client.emit("error", new Error("handed on"));
  client.release();
  client.emit("error", new Error("given back"));
  expect(losses).toEqual(expect.arrayContaining(["handed on", "given back"]));

  const { rows } = await pool.query<{ one: number }>("select 1 as one");
  expect(rows).toEqual([{ one: 1 }]);
});
