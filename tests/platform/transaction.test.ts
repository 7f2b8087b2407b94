import { beforeEach, describe, expect, test } from "vitest";
import { nextNumber } from "@/lib/platform/counter";
import { db, inTransaction, Prisma, type Tx } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";

const conflict = () =>
  new Prisma.PrismaClientKnownRequestError("lost", { code: "P2034", clientVersion: "0" });

/** Work that takes a number and then fails so many times. */
function failing(times: number, error: () => Error) {
  let tries = 0;
  const work = async (tx: Tx) => {
    tries += 1;
    const number = await nextNumber(tx, "transaction", 2026);
    if (tries <= times) throw error();
    return number;
  };
  return { work, tries: () => tries };
}

const taken = async () => (await db.counter.findFirst({ where: { register: "transaction" } }))?.value ?? 0;

beforeEach(async () => {
  await db.counter.deleteMany();
});

describe("work that loses against another transaction", () => {
  test.each([1, 4])("runs again, whole, after %i losses, and has its effect once", async (losses) => {
    const { work, tries } = failing(losses, conflict);
    expect(await inTransaction(work)).toBe(1);
    expect(tries()).toBe(losses + 1);
    expect(await taken()).toBe(1);
  });

  test("is given up after five tries, and leaves nothing", async () => {
    const { work, tries } = failing(99, conflict);
    await expect(inTransaction(work)).rejects.toMatchObject({ code: "P2034" });
    expect(tries()).toBe(5);
    expect(await taken()).toBe(0);
  });

  test("is not tried again for any other reason", async () => {
    const { work, tries } = failing(99, () => new NotFoundError());
    await expect(inTransaction(work)).rejects.toThrow(NotFoundError);
    expect(tries()).toBe(1);
    expect(await taken()).toBe(0);
  });
});

describe("two that lock the same rows in opposite order", () => {
  test.each([
    ["by the client", (tx: Tx, register: string) => add(tx, register)],
    [
      "in SQL",
      (tx: Tx, register: string) => tx.$executeRaw`
      update counter set value = value + 1 where register = ${register}`,
    ],
  ])("both reach their end, %s", async (_how, touch) => {
    await db.counter.createMany({
      data: ["left", "right"].map((register) => ({ register, year: 2026, value: 0 })),
    });
    const meet = barrier(2);
    let tries = 0;
    const walk = (first: string, second: string) =>
      inTransaction(async (tx) => {
        tries += 1;
        await touch(tx, first);
        await meet();
        await touch(tx, second);
      });
    await Promise.all([walk("left", "right"), walk("right", "left")]);
    const rows = await db.counter.findMany();
    expect(rows.map(({ value }) => value)).toEqual([2, 2]);
    expect(tries).toBeGreaterThan(2);
  });
});

describe("the database itself ends", () => {
  test.each([
    ["a statement", "statement_timeout", "20s"],
    ["waiting for a row", "lock_timeout", "5s"],
    ["a transaction in which nothing happens", "idle_in_transaction_session_timeout", "15s"],
  ])("%s that takes too long", async (_what, name, value) => {
    const [row] = await db.$queryRaw<{ value: string }[]>`select current_setting(${name}) as value`;
    expect(row?.value).toBe(value);
  });
});

function add(tx: Tx, register: string): Promise<unknown> {
  return tx.counter.updateMany({ where: { register }, data: { value: { increment: 1 } } });
}

/** Lets nobody pass before so many have come; afterwards everybody. */
function barrier(size: number): () => Promise<void> {
  let waiting = size;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    waiting -= 1;
    if (waiting <= 0) open();
    return opened;
  };
}
