import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { expectRefusal } from "@/tests/support/denied";

const write = (value: string) =>
  db.setting.upsert({
    where: { key: "denied-test" },
    create: { key: "denied-test", value },
    update: { value },
  });

test("a refusal that changes nothing is one", async () => {
  await expectRefusal(() => Promise.reject(new ForbiddenError()));
  await expectRefusal(() => Promise.reject(new NotFoundError()));
});

test("success and other errors are no refusal", async () => {
  await expect(expectRefusal(() => Promise.resolve())).rejects.toThrow("nothing was refused");
  await expect(expectRefusal(() => Promise.reject(new DomainError("stale")))).rejects.toThrow("stale");
});

test("a refusal that left a new or a changed row is none", async () => {
  const leave = (value: string) =>
    expectRefusal(async () => {
      await write(value);
      throw new ForbiddenError();
    });
  await expect(leave("new")).rejects.toThrow("rows changed in public.setting");
  await expect(leave("changed")).rejects.toThrow("rows changed in public.setting");
});
