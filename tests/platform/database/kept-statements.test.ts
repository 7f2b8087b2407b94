import { describe, expect, test } from "vitest";
import { keepStatements } from "@/lib/platform/database/kept-statements";
import { db, kept } from "@/lib/platform/db";

describe("a statement that is kept", () => {
  test("is named, the same each time, another otherwise", () => {
    const name = keepStatements();
    const [one, other] = [`${kept.sql} select 1`, `${kept.sql} select 2`].map((sql) => ({ sql }));
    expect([one, other, one].map((query) => query && name(query))).toEqual(["kept_1", "kept_2", "kept_1"]);
  });

  test("bears the mark, and is one of few", () => {
    const name = keepStatements();
    expect(name({ sql: "select 1" })).toBe("");
    for (let number = 0; number < 50; number += 1) name({ sql: `${kept.sql} select ${number}` });
    expect(name({ sql: `${kept.sql} select 'one more'` })).toBe("");
    expect(name({ sql: `${kept.sql} select 49` })).toBe("kept_50");
  });

  test("of the mapper is known by its first table, and kept once it is asked for often", () => {
    const name = keepStatements();
    const of = (table: string) => ({ sql: `SELECT "t0"."id" FROM "public"."${table}" AS "t0" WHERE true` });
    const asked = (table: string, times: number) =>
      Array.from({ length: times }, () => name(of(table))).at(-1);
    expect([asked("thread", 19), asked("thread", 1), asked("thread", 1)]).toEqual(["", "kept_1", "kept_1"]);
    expect(asked("document", 100)).toBe("");
  });

  test("is parsed once by the server and answers as before", async () => {
    for (let time = 0; time < 20; time += 1)
      expect(await db.$queryRaw`${kept} select ${7}::int as number, '5f0c' as mark`).toEqual([
        { number: 7, mark: "5f0c" },
      ]);
    const rows = await db.$queryRaw<{ names: number; plans: number }[]>`
      select count(*)::int as names, sum(generic_plans + custom_plans)::int as plans
      from pg_prepared_statements where statement like '%''5f0c'' as mark'`;
    expect(rows[0]?.names).toBe(1);
    expect(rows[0]?.plans).toBeGreaterThan(1);
  });

  test("answers anew where a connection was lost", async () => {
    const asked = () =>
      db.$queryRaw<{ pid: number }[]>`${kept} select pg_backend_pid() as pid, 'c81d' as mark`;
    for (let time = 0; time < 10; time += 1) await asked();
    await db.$queryRaw`select count(pg_terminate_backend(pid)) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await db.$queryRaw`select 1`.catch(() => null);
    expect((await asked())[0]?.pid).toBeGreaterThan(0);
  });
});
