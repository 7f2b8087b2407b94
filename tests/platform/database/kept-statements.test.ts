import { describe, expect, test } from "vitest";
import { keepStatements } from "@/lib/platform/database/kept-statements";
import { byValues, db, Prisma } from "@/lib/platform/db";

const ask = (name: ReturnType<typeof keepStatements>, sql: string, times: number) =>
  Array.from({ length: times }, () => name({ sql })).at(-1);

describe("a statement that is asked for over and over", () => {
  test("is named, the same each time, another otherwise", () => {
    const name = keepStatements();
    expect(ask(name, "select 1", 19)).toBe("");
    expect(ask(name, "select 1", 1)).toBe("kept_1");
    expect(ask(name, "select 1", 1)).toBe("kept_1");
    expect(ask(name, "select 2", 20)).toBe("kept_2");
    expect(ask(name, "select 1", 1)).toBe("kept_1");
  });

  test("is not kept where the plan goes by the values, nor when there are many", () => {
    const name = keepStatements();
    expect(ask(name, `${byValues.sql} select 1`, 100)).toBe("");
    for (let number = 0; number < 150; number += 1) ask(name, `select ${number}`, 20);
    expect(ask(name, "select 'one more'", 100)).toBe("");
    expect(ask(name, "select 149", 1)).toBe("kept_150");
  });

  test("is parsed once by the server and answers as before", async () => {
    const mark = Prisma.sql`select ${7}::int as kept, '5f0c' as mark`;
    for (let time = 0; time < 60; time += 1)
      expect(await db.$queryRaw(mark)).toEqual([{ kept: 7, mark: "5f0c" }]);
    const rows = await db.$queryRaw<{ names: number; plans: number }[]>`
      select count(*)::int as names, sum(generic_plans + custom_plans)::int as plans
      from pg_prepared_statements where statement like '%''5f0c'' as mark'`;
    expect(rows[0]?.names).toBe(1);
    expect(rows[0]?.plans).toBeGreaterThan(1);
  });

  test("answers anew where a connection was lost", async () => {
    const asked = () => db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid, 'c81d' as mark`;
    for (let time = 0; time < 30; time += 1) await asked();
    await db.$queryRaw`select count(pg_terminate_backend(pid)) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await db.$queryRaw`select 1`.catch(() => null);
    expect((await asked())[0]?.pid).toBeGreaterThan(0);
  });
});
