import { beforeEach, describe, expect, test } from "vitest";
import { markAllRead, markRead } from "@/lib/notifications/centre/mutations";
import { listNotices } from "@/lib/notifications/centre/queries";
import { sendDigests } from "@/lib/notifications/digests/jobs";
import { notify } from "@/lib/notifications/jobs";
import { mailLine } from "@/lib/notifications/merging/jobs";
import { findLine } from "@/lib/notifications/merging/queries";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aPace } from "@/tests/support/notification-factories";
import { aPilot } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
let pilot: Pilot;
let staff: string;
let thread: { id: string };
let written: number;

beforeEach(async () => {
  pilot = await aPilot();
  staff = pilot.staff.personId as string;
  thread = await aThread((await aCategory(pilot.programme.id)).id, { title: "Le schede" });
  written = 1;
  await db.threadRead.create({
    data: { personId: staff, threadId: thread.id, lastReadNumber: 1, readAt: moment, watch: "WATCHING" },
  });
});

const minutesLater = (minutes: number) => new Date(moment.getTime() + minutes * 60_000);
const worker = (at: Date) => systemActor("mail-line", at);

/** Somebody writes in the thread. @returns the event, and the post */
async function post(threadId = thread.id) {
  written += 1;
  const { id: postId, number } = await aPost(threadId, written, { authorId: pilot.expert.personId });
  const eventId = await db.$transaction((tx) =>
    recordEvent(tx, pilot.expert, {
      kind: "forum.posted",
      subject: { kind: "thread", id: threadId },
      programmeId: pilot.programme.id,
      data: { postId, number },
    }),
  );
  return { eventId, postId, number };
}
async function told(at: Date): Promise<{ eventId: string; postId: string }> {
  const posted = await post();
  await notify({ eventId: posted.eventId }, at);
  return posted;
}
const lines = () =>
  db.notification.findMany({ where: { personId: staff }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const mails = () => db.mail.findMany({ where: { toPersonId: staff }, orderBy: { createdAt: "asc" } });
const jobs = () =>
  db.$queryRaw<{ key: string; run_at: Date }[]>`
    select j.key, j.run_at from graphile_worker.jobs j join notification n on j.key = 'line:' || n.id
    where n.person_id = ${staff}::uuid`;
const ofStaff = async () => (await listNotices(pilot.staff, {})).rows;

describe("posts of one thread within the window", () => {
  test("are one line that leads to the first, and one mail that tells how many", async () => {
    await told(moment);
    await told(minutesLater(5));
    await told(minutesLater(14));
    const [line, ...others] = await lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ count: 3, number: 2, createdAt: moment, latestAt: minutesLater(14) });
    expect(await ofStaff()).toMatchObject([{ count: 3, about: { title: "Le schede" } }]);
    expect(await mails()).toEqual([]);
    expect(await jobs()).toEqual([{ key: `line:${line?.id}`, run_at: minutesLater(15) }]);
    await mailLine(worker(minutesLater(15)), { notificationId: line?.id ?? "" });
    await mailLine(worker(minutesLater(15)), { notificationId: line?.id ?? "" });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const { subject, text } = await renderMail({
      template: mail?.template ?? "",
      locale: "it",
      params: mail?.params as MailParams,
    });
    expect(subject).toBe("3 nuovi messaggi: Le schede");
    expect(text).toContain("#messaggio-2");
  });

  test("after the window's end are another line, and so are those of another thread", async () => {
    await told(moment);
    await told(minutesLater(15));
    expect(await lines()).toMatchObject([{ count: 1 }, { count: 1 }]);
    const other = await aThread((await aCategory(pilot.programme.id)).id, { title: "Un’altra" });
    await db.threadRead.create({
      data: { personId: staff, threadId: other.id, lastReadNumber: 1, readAt: moment, watch: "WATCHING" },
    });
    const { eventId } = await post(other.id);
    await notify({ eventId }, minutesLater(16));
    expect(await lines()).toHaveLength(3);
  });

  test("that two jobs tell at once end in one line, whoever is first", async () => {
    const [one, two] = [await post(), await post()];
    await atOnce({ table: "person", id: staff }, [
      () => notify({ eventId: one.eventId }, moment),
      () => notify({ eventId: two.eventId }, moment),
    ]);
    expect(await lines()).toMatchObject([{ count: 2, number: 2 }]);
    expect(await jobs()).toHaveLength(1);
  });

  test("told again, as after a worker that was killed, are counted once", async () => {
    const { eventId } = await told(moment);
    await told(minutesLater(1));
    await notify({ eventId }, minutesLater(2));
    await notify({ eventId }, minutesLater(20));
    expect(await lines()).toMatchObject([{ count: 2 }]);
  });

  test("at night wait for the morning in one line", async () => {
    const evening = new Date("2026-03-23T18:50:00Z");
    await told(evening);
    await told(new Date("2026-03-24T02:00:00Z"));
    expect(await lines()).toMatchObject([{ count: 2 }]);
    expect((await jobs())[0]?.run_at).toEqual(new Date("2026-03-24T06:00:00Z"));
  });

  test("are told one by one where the rules of the day say so", async () => {
    await db.ruleSet.create({
      data: {
        kind: "notifications.merging",
        scope: "portal",
        version: 1,
        validFrom: new Date("2026-01-01"),
        validTo: new Date("2026-03-25"),
        source: "prova",
        content: { minutes: 0 },
      },
    });
    try {
      await told(moment);
      await told(moment);
      expect(await lines()).toMatchObject([{ count: 1 }, { count: 1 }]);
      expect(await mails()).toHaveLength(2);
    } finally {
      await db.ruleSet.deleteMany({ where: { kind: "notifications.merging" } });
    }
  });
});

describe("nothing is lost of", () => {
  test("what comes after the line was read: it begins another", async () => {
    await told(moment);
    const [line] = await lines();
    await markRead(pilot.staff, { id: line?.id ?? "" });
    await told(minutesLater(2));
    expect(await lines()).toMatchObject([
      { count: 1, readAt: pilot.staff.at },
      { count: 1, readAt: null },
    ]);
  });

  test("what joined a line after the list was shown: it stays unread", async () => {
    await told(moment);
    const { upTo = "" } = await listNotices(pilot.staff, {});
    await told(minutesLater(2));
    await markAllRead(pilot.staff, { upTo });
    expect(await lines()).toMatchObject([{ count: 2, readAt: null }]);
  });

  test("what comes after the digest was written: it begins another line", async () => {
    await aPace(staff, "FORUM", "DAILY");
    const dawn = new Date("2026-03-24T05:55:00Z");
    await told(dawn);
    await told(new Date("2026-03-24T05:58:00Z"));
    await sendDigests(systemActor("send-digests", new Date("2026-03-24T06:00:30Z")));
    await told(new Date("2026-03-24T06:01:00Z"));
    expect(await lines()).toMatchObject([
      { count: 2, awaitsDigest: false },
      { count: 1, awaitsDigest: true },
    ]);
    expect((await mails()).map(({ params }) => (params as MailParams).count)).toEqual([2]);
  });
});

describe("the mail of a line", () => {
  const mailed = async () => {
    const [line] = await lines();
    await mailLine(worker(minutesLater(15)), { notificationId: line?.id ?? "" });
    return (await mails()).map(({ template, params }) => [template, (params as MailParams).count ?? 1]);
  };

  test("is that of one post where the others were hidden meanwhile", async () => {
    const { postId } = await told(moment);
    await told(minutesLater(1));
    await db.post.update({ where: { id: postId }, data: { hiddenAt: moment } });
    expect(await mailed()).toEqual([["notifications.posted", 1]]);
  });

  test("is not written of what was read, nor to who wants none any more", async () => {
    await told(moment);
    await aPace(staff, "FORUM", "NEVER");
    expect(await mailed()).toEqual([]);
    await aPace(staff, "FORUM", "AT_ONCE");
    const [line] = await lines();
    await markRead(pilot.staff, { id: line?.id ?? "" });
    expect(await mailed()).toEqual([]);
  });

  test("goes into the digest of who has chosen that since", async () => {
    await told(moment);
    await aPace(staff, "FORUM", "DAILY");
    expect(await mailed()).toEqual([]);
    expect(await lines()).toMatchObject([{ awaitsDigest: true }]);
  });

  test("is nothing that a person asks for", async () => {
    await expect(mailLine(pilot.staff, { notificationId: thread.id })).rejects.toThrow(ForbiddenError);
    await expect(findLine(pilot.staff, thread.id)).rejects.toThrow(ForbiddenError);
  });
});
