import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { sweepAddresses, sweepMails } from "@/lib/platform/mail/sweep";

const at = new Date("2026-03-23T02:00:00Z");
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);

test("links of mails that never left are forgotten when they have expired, others stay", async () => {
  const mail = (dedupeKey: string, link: string, age: number) => ({
    dedupeKey,
    template: "people.invitation",
    locale: "it",
    toAddress: "persona@ente.test",
    params: { name: "Ada", link },
    state: "KEPT" as const,
    createdAt: daysAgo(age),
  });
  await db.mail.createMany({
    data: [
      mail("old", "/invito/secret-old", 16),
      mail("new", "/invito/secret-new", 3),
      mail("plain", "/area/programmi", 16),
    ],
  });
  await db.mail.updateMany({
    where: { dedupeKey: { in: ["plain", "new"] } },
    data: { unsubscribeToken: "x" },
  });
  await sweepMails(at);
  const tokens = await db.mail.findMany({
    where: { unsubscribeToken: { not: null } },
    select: { dedupeKey: true },
  });
  expect(tokens).toEqual([{ dedupeKey: "new" }]);
  const rows = await db.mail.findMany({ select: { dedupeKey: true, params: true } });
  expect(Object.fromEntries(rows.map((row) => [row.dedupeKey, row.params]))).toEqual({
    old: { name: "Ada", link: "/invito/…" },
    new: { name: "Ada", link: "/invito/secret-new" },
    plain: { name: "Ada", link: "/area/programmi" },
  });
});

test("addresses from which mails came back are forgotten after a year", async () => {
  const failed = (address: string, days: number) => ({ address, failures: 3, lastFailureAt: daysAgo(days) });
  await db.mailAddress.createMany({ data: [failed("old@ente.test", 366), failed("new@ente.test", 364)] });
  await sweepAddresses(at);
  const left = await db.mailAddress.findMany({ select: { address: true } });
  expect(left.map(({ address }) => address)).toEqual(["new@ente.test"]);
});
