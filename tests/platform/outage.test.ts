import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { db, Prisma } from "@/lib/platform/db";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { DomainError } from "@/lib/platform/errors";
import { outageOf } from "@/lib/platform/outage";
import { watchDatabase } from "@/lib/platform/server/database-watch";

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("an error of the database client tells whether the database", () => {
  test.each(["P1001", "P1017"])("is away: %s", (code) => {
    expect(outageOf(new Prisma.PrismaClientKnownRequestError("x", { code, clientVersion: "" }))).toBe("away");
  });

  test("is away when it refuses connections, however it was asked", async () => {
    const adapter = new PrismaPg({ connectionString: "postgresql://nobody@127.0.0.1:1/none" });
    const absent = new PrismaClient({ adapter });
    expect(outageOf(await failure(absent.counter.count()))).toBe("away");
    expect(outageOf(await failure(absent.$queryRaw`select 1`))).toBe("away");
    expect(outageOf(await failure(absent.$transaction(async (tx) => tx.$queryRaw`select 1`)))).toBe("away");
  });

  test("is away when it ended the connection", async () => {
    const running = db.$queryRaw`select pg_sleep(20)::text as slept, 'to be ended'`;
    const failed = failure(running);
    await withClient(process.env.DATABASE_MIGRATION_URL ?? "", async (client) => {
      const end = `select pg_terminate_backend(pid) from pg_stat_activity
        where query like '%to be ended%' and pid <> pg_backend_pid()`;
      while ((await client.query(end)).rowCount === 0);
    });
    expect(outageOf(await failed)).toBe("away");
    expect(await db.$queryRaw`select 1 as fine`).toEqual([{ fine: 1 }]);
  });

  test("is busy when what it was asked took too long or was locked", async () => {
    await db.counter.create({ data: { register: "outage", year: 2026 } });
    const touch = () =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`set local lock_timeout = 50`;
        await tx.$executeRaw`update counter set value = 1 where register = 'outage'`;
      });
    const outage = withClient(process.env.DATABASE_MIGRATION_URL ?? "", async (client) => {
      await client.query("begin");
      await client.query("update counter set value = 2 where register = 'outage'");
      const told = outageOf(await failure(touch()));
      await client.query("rollback");
      return told;
    });
    expect(await outage).toBe("busy");
  });

  test("has nothing to do with it", async () => {
    expect(outageOf(await failure(db.$queryRaw`select nothing from nowhere`))).toBeNull();
    for (const error of [new DomainError("stale"), new Error("x"), "text", null, undefined])
      expect(outageOf(error)).toBeNull();
  });
});

describe("the watch", () => {
  test("finds the database away when it gives no answer, and back when it does", async () => {
    const answers = [false, false, true];
    const seen: boolean[] = [];
    const watch = watchDatabase("", async () => {
      seen.push(watch.isAway());
      return answers.shift() ?? true;
    });
    expect(watch.isAway()).toBe(false);
    expect(await Promise.all([watch.suspect(), watch.suspect()])).toEqual([true, true]);
    await expect.poll(() => seen).toEqual([false, true, true]);
    await expect.poll(() => watch.isAway()).toBe(false);
  });
});
