import { beforeEach, describe, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { isUnsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail/send";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPace, windowsPass } from "@/tests/support/notification-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

let pilot: Pilot;
let staff: string;
let thread: { id: string };
beforeEach(async () => {
  pilot = await aPilot();
  staff = pilot.staff.personId as string;
  thread = await aThread((await aCategory(pilot.programme.id)).id, { title: "Le schede" });
  await db.threadRead.create({
    data: { personId: staff, threadId: thread.id, lastReadNumber: 1, readAt: moment, watch: "WATCHING" },
  });
});

const record = (event: NewEvent, by: Actor = pilot.expert) =>
  db.$transaction((tx) => recordEvent(tx, by, event));
const aPosted = () =>
  record({
    kind: "forum.posted",
    subject: { kind: "thread", id: thread.id },
    programmeId: pilot.programme.id,
    data: { number: 1 },
  });
/** An event whose mail can wait for the morning and is of its own. */
async function aThreadOpened(): Promise<string> {
  return record({
    kind: "forum.threadOpened",
    subject: { kind: "thread", id: thread.id },
    programmeId: pilot.programme.id,
    data: { number: 1 },
  });
}
const told = () => db.notification.findMany({ where: { personId: staff } });
const mails = () => db.mail.findMany({ where: { toPersonId: staff } });

describe("an event", () => {
  test("stands on the page of whom it concerns, once, with its mail", async () => {
    const eventId = await aPosted();
    await notify({ eventId }, moment);
    await notify({ eventId }, moment);
    expect(await told()).toMatchObject([
      {
        group: "FORUM",
        kind: "posted",
        subjectKind: "thread",
        subjectId: thread.id,
        number: 1,
        programmeId: pilot.programme.id,
        readAt: null,
        awaitsDigest: false,
      },
    ]);
    await windowsPass(eventId, moment);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ conversation: `thread.${thread.id}` });
    const { email } = await db.person.findUniqueOrThrow({ where: { id: staff }, select: { email: true } });
    expect(isUnsubscribeToken(mail?.unsubscribeToken ?? "", { personId: staff, email, of: "FORUM" })).toBe(
      true,
    );
  });

  test("told by two workers at once stands there once", async () => {
    const eventId = await aPosted();
    await atOnce({ table: "person", id: staff }, [
      () => notify({ eventId }, moment),
      () => notify({ eventId }, moment),
    ]);
    expect(await told()).toMatchObject([{ count: 1 }]);
    await windowsPass(eventId, moment);
    expect(await mails()).toHaveLength(1);
  });

  test.each([
    ["DAILY", true],
    ["WEEKLY", true],
    ["NEVER", false],
  ] as const)("of a group that comes %s brings no mail at once", async (pace, awaitsDigest) => {
    await aPace(staff, "FORUM", pace);
    const eventId = await aPosted();
    await notify({ eventId }, moment);
    // Chosen since: what was settled when it was told stays so.
    await aPace(staff, "FORUM", "AT_ONCE");
    await notify({ eventId }, moment);
    expect(await told()).toMatchObject([{ awaitsDigest }]);
    const [line] = await told();
    const waiting = await db.$queryRaw`select 1 from graphile_worker.jobs where key = ${`line:${line?.id}`}`;
    expect(waiting).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

describe("a mail", () => {
  const runAt = async () => {
    const [mail] = await mails();
    const [job] = await db.$queryRaw<{ run_at: Date }[]>`
      select run_at from graphile_worker.jobs where key = ${`mail:${mail?.id}`}`;
    return job?.run_at;
  };
  const night = new Date("2026-03-23T21:30:00Z");

  test("that can wait leaves in the morning", async () => {
    await notify({ eventId: await aThreadOpened() }, night);
    expect(await runAt()).toEqual(new Date("2026-03-24T06:00:00Z"));
  });

  test("of a convocation leaves at night too, and cannot be ended", async () => {
    const { id } = await aSession(pilot.programme.id, { state: "CONVENED", invitedIds: [staff] });
    const eventId = await record({
      kind: "sessions.convened",
      subject: { kind: "session", id },
      programmeId: pilot.programme.id,
    });
    await notify({ eventId }, night);
    expect((await runAt())?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await mails()).toMatchObject([{ unsubscribeToken: null, conversation: null }]);
    const raw = await sentRaw();
    expect(raw).not.toContain("List-Unsubscribe");
    expect(raw).not.toContain("References:");
  });

  test("of a thread stands with the others of it, and is ended by one click", async () => {
    const eventId = await aPosted();
    await notify({ eventId }, moment);
    await windowsPass(eventId, moment);
    const [mail] = await mails();
    const raw = await sentRaw();
    expect(raw).toContain(`Message-ID: <${mail?.id}@localhost>`);
    expect(raw).toContain(`In-Reply-To: <thread.${thread.id}@localhost>`);
    expect(raw).toContain(`References: <thread.${thread.id}@localhost>`);
    expect(raw).toContain(
      `List-Unsubscribe: <http://localhost:3000/api/unsubscribe/${mail?.unsubscribeToken}>`,
    );
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  async function sentRaw(): Promise<string> {
    const smtp = await startSmtpServer();
    const [mail] = await mails();
    await sendMail(mail?.id ?? "", moment, { smtpUrl: smtp.url, from: "Sperimenta <portale@ente.test>" });
    await smtp.close();
    return smtp.received[0]?.raw.replace(/\n\s+/g, " ") ?? "";
  }
});
