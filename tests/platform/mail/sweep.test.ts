import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { sweepAddresses, sweepListMails, sweepMails } from "@/lib/platform/mail/sweep";

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

test("mails of lists are forgotten after a month, with what they said", async () => {
  const content = { id: "01990000-0000-7000-8000-000000000001", html: "<p>a</p>", text: "a", lang: "it" };
  const other = { ...content, id: "01990000-0000-7000-8000-000000000002" };
  await db.mailContent.createMany({ data: [content, other] });
  const mail = (dedupeKey: string, age: number, contentId: string | null) => ({
    dedupeKey,
    template: "newsletter.issue",
    locale: "it",
    toAddress: "lettrice@fuori.test",
    params: {},
    state: "SENT" as const,
    createdAt: daysAgo(age),
    listId: contentId ? "camere.newsletter" : null,
    contentId,
  });
  await db.mail.createMany({
    data: [mail("list: old", 31, content.id), mail("list: new", 29, other.id), mail("none: old", 31, null)],
  });
  await sweepListMails(at);
  const left = await db.mail.findMany({
    where: { toAddress: "lettrice@fuori.test" },
    orderBy: { dedupeKey: "asc" },
    select: { dedupeKey: true },
  });
  expect(left.map(({ dedupeKey }) => dedupeKey)).toEqual(["list: new", "none: old"]);
  expect((await db.mailContent.findMany()).map(({ id }) => id)).toEqual([other.id]);
});
