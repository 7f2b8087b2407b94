import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rebuildIssues, sendNewsletter } from "@/lib/newsletter/jobs";
import { sendIssue, takeBackIssue, writeIssue } from "@/lib/newsletter/mutations";
import { endSubscription } from "@/lib/newsletter/subscribing/mutations";
import { endingToken } from "@/lib/newsletter/subscribing/token";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { sendMail } from "@/lib/platform/mail/send";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { anUnreachable, aSubscription, issueForm } from "@/tests/support/newsletter-factories";
import { aPilot } from "@/tests/support/session-factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

const worker = (at: Date = moment) => systemActor("send-newsletter", at);
const tomorrow = new Date("2026-03-24T09:00:00Z");
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let pilot: Awaited<ReturnType<typeof aPilot>>;
let id: string;

beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(() => smtp.close());
beforeEach(async () => {
  smtp.received.length = 0;
  await db.newsletterSubscription.deleteMany();
  pilot = await aPilot();
  ({ id } = await writeIssue(pilot.coordinator, issueForm(pilot.programme.id)));
});

const sendNow = () => sendIssue(pilot.coordinator, { id, version: 1 });
const mails = () =>
  db.mail.findMany({
    where: { dedupeKey: { startsWith: `newsletter:${id}` } },
    orderBy: { toAddress: "asc" },
  });
const addresses = async () => (await mails()).map(({ toAddress }) => toAddress);

test("an issue goes once to each who has confirmed, in batches, and to nobody else", async () => {
  const own: { email: string }[] = [];
  for (const _one of [1, 2, 3, 4]) own.push(await aSubscription(pilot.programme.id));
  const ofAll = await aSubscription(null);
  await aSubscription((await aPilot()).programme.id);
  await aSubscription(pilot.programme.id, { confirmedAt: tomorrow });
  const lost = await aSubscription(pilot.programme.id);
  await anUnreachable(lost.email);
  await sendNow();
  expect(await sendNewsletter(worker(), { issueId: id }, 2)).toBe(5);
  expect(await sendNewsletter(worker(tomorrow), { issueId: id }, 2)).toBe(0);
  expect(await addresses()).toEqual([...own, ofAll].map(({ email }) => email).toSorted());
  expect(await db.newsletterIssue.findUnique({ where: { id } })).toMatchObject({ recipients: 5 });
  expect(await db.mailContent.count({ where: { id } })).toBe(1);
  const [job] = await db.$queryRaw<{ priority: number }[]>`
    select priority from graphile_worker.jobs where key = ${`mail:${(await mails())[0]?.id}`}`;
  // A new password goes first.
  expect(job?.priority).toBe(1);
});

test("two workers at once write each mail once, and one that broke off is gone on with", async () => {
  for (const _one of [1, 2, 3]) await aSubscription(pilot.programme.id);
  await sendNow();
  const written = await atOnce({ table: "newsletter_issue", id }, [
    () => sendNewsletter(worker(), { issueId: id }, 2),
    () => sendNewsletter(worker(), { issueId: id }, 2),
  ]);
  expect(written.reduce((sum, one) => sum + one, 0)).toBe(3);
  expect(await mails()).toHaveLength(3);
});

test("an issue that waits goes at its moment and not before; one that was taken back does not", async () => {
  const { email } = await aSubscription(pilot.programme.id);
  await sendIssue(pilot.coordinator, { id, version: 1, date: "2026-03-24", time: "10:00" });
  expect(await sendNewsletter(worker(), { issueId: id })).toBe(0);
  await takeBackIssue(pilot.coordinator, { id, version: 2 });
  expect(await sendNewsletter(worker(tomorrow), { issueId: id })).toBe(0);
  await sendIssue(pilot.coordinator, { id, version: 3, date: "2026-03-24", time: "10:00" });
  // Who subscribes while it waits gets it too.
  const later = await aSubscription(pilot.programme.id, { confirmedAt: new Date("2026-03-23T20:00:00Z") });
  expect(await sendNewsletter(worker(tomorrow), { issueId: id })).toBe(2);
  expect(await addresses()).toEqual([email, later.email].toSorted());
  const sent = await db.event.findFirstOrThrow({ where: { subjectId: id, kind: "newsletter.issueSent" } });
  expect(sent).toMatchObject({ actorKind: "system:send-newsletter", occurredAt: tomorrow });
});

test("a mail has text and page, whole links, the list's name and the one click that ends it", async () => {
  const { id: subscriptionId, email } = await aSubscription(pilot.programme.id, { lang: "en" });
  await sendNow();
  await sendNewsletter(worker(), { issueId: id });
  const [mail] = await mails();
  await sendMail(mail?.id ?? "", moment, { smtpUrl: smtp.url, from: "Sperimenta <portale@ente.test>" });
  const [received] = smtp.received;
  expect(received?.to).toEqual([email]);
  const raw = (received?.raw ?? "").replace(/=\r?\n/g, "").replace(/\r?\n[ \t]+/g, " ");
  expect(raw).toContain(`List-ID: <${pilot.programme.slug}.newsletter.localhost>`);
  expect(raw).toContain(
    `List-Unsubscribe: <http://localhost:3000/api/unsubscribe/${endingToken(subscriptionId)}>`,
  );
  expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(raw).toContain("Content-Language: en");
  expect(raw).toContain("gli esiti (http://localhost:3000/esiti)");
  expect(raw).toContain("<strong>provano</strong>");
  expect(raw).toContain(`/en/programmes/${pilot.programme.slug}/newsletter/${id}`);
  expect((await mails())[0]).toMatchObject({ state: "SENT", unsubscribeToken: null });
});

test("who leaves before a mail does gets none", async () => {
  const { id: subscriptionId } = await aSubscription(pilot.programme.id);
  await sendNow();
  await sendNewsletter(worker(), { issueId: id });
  const [mail] = await mails();
  const token = endingToken(subscriptionId);
  await endSubscription(visitorActor(moment), { token }, { client: "192.0.2.1" });
  await sendMail(mail?.id ?? "", moment, { smtpUrl: smtp.url, from: "portale@ente.test" });
  expect(smtp.received).toEqual([]);
  expect(await mails()).toEqual([]);
});

test("issues are sent, and texts of an older renderer made anew, by nobody but the portal", async () => {
  await expect(sendNewsletter(pilot.coordinator, { issueId: id })).rejects.toThrow(ForbiddenError);
  await expect(rebuildIssues(pilot.coordinator)).rejects.toThrow(ForbiddenError);
  await db.newsletterIssue.update({ where: { id }, data: { rendererVersion: 1, html: "old" } });
  expect(await rebuildIssues(systemActor("rebuild-derived", moment))).toBe(1);
  expect((await db.newsletterIssue.findUniqueOrThrow({ where: { id } })).html).toContain("provano");
});
