import { describe, expect, test } from "vitest";
import { clientKey } from "@/lib/platform/client-key";
import { db } from "@/lib/platform/db";
import { consume, forgive } from "@/lib/platform/rate-limit";

const attempts = (count: number, key: string) =>
  Promise.allSettled(Array.from({ length: count }, () => consume("reset", key)));
const refused = (results: PromiseSettledResult<void>[]) =>
  results.filter((one) => one.status === "rejected").length;

describe("consume", () => {
  test("lets the allowed attempts through and refuses the next, at the same time too", async () => {
    expect(refused(await attempts(8, "a@ente.test"))).toBe(3);
    await expect(consume("reset", "A@ente.test ")).rejects.toMatchObject({
      code: "tooManyAttempts",
      params: { minutes: 60 },
    });
  });

  test("counts each key and each limit for itself", async () => {
    await attempts(5, "b@ente.test");
    await expect(consume("reset", "c@ente.test")).resolves.toBeUndefined();
    await expect(consume("sign-in", "b@ente.test")).resolves.toBeUndefined();
  });

  test("leaves room for the two hundred people of one office, each at their own account", async () => {
    const office = "192.0.2.200";
    const people = Array.from({ length: 200 }, async (_, index) => {
      await consume("sign-in-client", office);
      await consume("sign-in", `${office} persona-${index}@ente.test`);
    });
    expect(refused(await Promise.allSettled(people))).toBe(0);
  });

  test("locks nobody out: what one client tries leaves the account open to others", async () => {
    const tries = (client: string) =>
      Promise.allSettled(Array.from({ length: 12 }, () => consume("sign-in", `${client} e@ente.test`)));
    expect(refused(await tries("198.51.100.1"))).toBe(2);
    await expect(consume("sign-in", "192.0.2.1 e@ente.test")).resolves.toBeUndefined();
  });

  test("forgets a key that is forgiven", async () => {
    await attempts(5, "d@ente.test");
    await forgive("reset", "d@ente.test");
    await expect(consume("reset", "d@ente.test")).resolves.toBeUndefined();
  });

  test("keeps no address in the database", async () => {
    await consume("reset", "nobody-should-read-me@ente.test");
    const rows = await db.rateLimit.findMany({ select: { key: true } });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ key }) => key.includes("nobody"))).toBe(false);
  });
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("clientKey of %s is %s", (address, wanted) => {
  expect(clientKey(address)).toBe(wanted);
});
