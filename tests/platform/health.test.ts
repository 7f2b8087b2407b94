import { beforeAll, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { db } from "@/lib/platform/db";
import { readHealth } from "@/lib/platform/health";

// The first query of a process also loads the client.
beforeAll(() => db.$queryRaw`select 1`);

const timed = async () => {
  const begin = performance.now();
  const health = await readHealth();
  return { health, seconds: (performance.now() - begin) / 1000 };
};

test("says that the portal is degraded while no worker lives, and names its version", async () => {
  expect(await readHealth()).toMatchObject({
    status: "degraded",
    database: "ok",
    worker: "silent",
    deadJobs: 0,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

test("answers within 3 seconds while every connection is taken, and recovers", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holders = Array.from({ length: 10 }, () =>
    db.$transaction(
      async (tx) => {
        await tx.$queryRaw`select 1`;
        await held;
      },
      { timeout: 20_000, maxWait: 5_000 },
    ),
  );
  const { health, seconds } = await timed();
  expect(health).toMatchObject({ status: "degraded", database: "busy" });
  expect(seconds).toBeLessThan(3);
  release();
  await Promise.all(holders);
  expect((await readHealth()).database).toBe("ok");
});

test("answers within 3 seconds that it is down when the database takes no connection", async () => {
  const url = process.env.DATABASE_MIGRATION_URL ?? "";
  const name = new URL(url).pathname.slice(1);
  const postgres = url.replace(`/${name}`, "/postgres");
  const allow = (yes: boolean) =>
    withClient(postgres, async (client) => {
      await client.query(`alter database "${name}" with allow_connections ${yes}`);
      if (!yes) {
        await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
          name,
        ]);
      }
    });
  await allow(false);
  const { health, seconds } = await timed();
  await allow(true);
  expect(health).toMatchObject({ status: "down", database: "away", deadJobs: null });
  expect(seconds).toBeLessThan(3);
  expect((await readHealth()).database).toBe("ok");
});
