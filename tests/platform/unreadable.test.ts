import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { isUnreadable } from "@/lib/platform/errors";

const failure = (work: Promise<unknown>) => work.catch((error: unknown) => error);

test.each([
  ["an identifier that is none", () => db.document.findFirst({ where: { id: "x" } })],
  ["the same in a query of our own", () => db.$queryRaw`select ${"x"}::uuid`],
  ["a text with a zero byte", () => db.document.findFirst({ where: { title: "a\0b" } })],
  ["a number out of range", () => db.document.findFirst({ where: { version: 99_999_999_999_999 } })],
])("%s asks for what cannot be there", async (_what, ask) => {
  expect(isUnreadable(await failure(ask()))).toBe(true);
});

test("other errors of the database are errors", async () => {
  expect(isUnreadable(await failure(db.$queryRaw`select 1/0`))).toBe(false);
  expect(isUnreadable(new Error("22P02"))).toBe(false);
});
