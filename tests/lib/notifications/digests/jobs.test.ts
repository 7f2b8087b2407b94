import { beforeEach, describe, expect, test } from "vitest";
import { sendDigests } from "@/lib/notifications/digests/jobs";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { sendMail } from "@/lib/platform/mail/send";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aNotice, aPace } from "@/tests/support/notification-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

const run = (at = moment) => sendDigests(systemActor("send-digests", at));
const idOf = (actor: Actor) => actor.personId as string;
const on = (day: string, time = "04:00") => new Date(`${day}T${time}:00Z`);

let pilot: Pilot;
let thread: { id: string };
let staff: string;
beforeEach(async () => {
  await db.mail.deleteMany();
  await db.notification.deleteMany();
  pilot = await aPilot();
  staff = idOf(pilot.staff);
  thread = await aThread((await aCategory(pilot.programme.id)).id, { title: "Le schede" });
});

const waiting = (facts: Partial<Parameters<typeof aNotice>[1]> = {}, personId = staff) =>
  aNotice(personId, {
    programmeId: pilot.programme.id,
    subjectId: thread.id,
    awaitsDigest: true,
    createdAt: on("2026-03-23"),
    ...facts,
  });
const mails = (personId = staff) =>
  db.mail.findMany({ where: { toPersonId: personId }, orderBy: { createdAt: "asc" } });
const textOf = async (personId = staff) => {
  const [mail] = await mails(personId);
  if (!mail) throw new Error("no digest");
  return renderMail({ ...mail, params: mail.params as MailParams });
};
const awaits = () => db.notification.count({ where: { personId: staff, awaitsDigest: true } });

describe("a digest", () => {
  test("says what came, the next session and what is owed, programme by programme, and goes once", async () => {
    await aPace(staff, "FORUM", "DAILY");
    await aPace(staff, "REQUESTS", "DAILY");
    const { deliverables } = await db.deliverableRequest.create({
      data: {
        programmeId: pilot.programme.id,
        position: 1,
        title: "Scheda di analisi",
        dueAt: on("2026-03-20", "22:59"),
        deliverables: { create: { organisationId: pilot.body.id, dueAt: on("2026-03-20", "22:59") } },
      },
      select: { deliverables: { select: { id: true } } },
    });
    await aSession(pilot.programme.id, { state: "CONVENED", title: "Terza sessione", invitedIds: [staff] });
    await waiting();
    await waiting({ number: 2 });
    await waiting({
      subjectKind: "deliverable",
      subjectId: deliverables[0]?.id ?? "",
      group: "REQUESTS",
      kind: "requestCreated",
    });
    expect(await run()).toBe(1);
    expect(await run(on("2026-03-23", "12:00"))).toBe(0);
    expect(await mails()).toHaveLength(1);
    expect(await awaits()).toBe(0);
    const { subject, text, html } = await textOf();
    expect(subject).toBe("Riepilogo: 3 novità, 23 marzo 2026");
    expect(text).toContain("- Nuovo messaggio nella discussione «Le schede» (2)");
    expect(text).toMatch(/- Nuova consegna richiesta a .+: «Scheda di analisi»/);
    expect(text).toContain("Prossimo incontro:\nTerza sessione, 31 marzo 2026, 10:30-12:30");
    expect(text).toMatch(/Da consegnare:\n- Scheda di analisi, .+\(20 marzo 2026, 23:59, in ritardo\)/);
    expect(text).toContain("/area/notifiche");
    expect(html).toContain("Le schede");
  });

  test("speaks the person's language, and reaches a reader of mail with what ends it by one click", async () => {
    await aPace(staff, "FORUM", "DAILY");
    await db.person.update({ where: { id: staff }, data: { locale: "en" } });
    await waiting();
    await run();
    const smtp = await startSmtpServer();
    const [mail] = await mails();
    await sendMail(mail?.id ?? "", moment, { smtpUrl: smtp.url, from: "Sperimenta <portale@ente.test>" });
    await smtp.close();
    const raw = smtp.received[0]?.raw.replace(/\n\s+/g, " ") ?? "";
    expect(raw).toContain("Subject: Digest: one item, 23 March 2026");
    expect(raw).toMatch(
      /List-Unsubscribe: <http:\/\/localhost:3000\/api\/unsubscribe\/[0-9a-f]{32}-DIGEST-[0-9a-f]{40}>/,
    );
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(raw).toContain("http://localhost:3000/en/unsubscribe/");
    // What has left is not kept: the link is a secret.
    expect((await mails())[0]).toMatchObject({ state: "SENT", unsubscribeToken: null });
  });

  test("comes on working days in the morning, and holds nothing that came since", async () => {
    await aPace(staff, "FORUM", "DAILY");
    await waiting({ createdAt: on("2026-03-20", "12:00") });
    expect(await run(on("2026-03-21", "09:00"))).toBe(0);
    expect(await run(on("2026-03-23", "05:59"))).toBe(0);
    await waiting({ createdAt: on("2026-03-23", "06:01") });
    expect(await run(on("2026-03-23", "06:05"))).toBe(1);
    expect(await awaits()).toBe(1);
    expect(await run(on("2026-03-23", "09:05"))).toBe(0);
    expect(await run(on("2026-03-24", "06:05"))).toBe(1);
  });

  test("of the week waits for the week's first working day", async () => {
    await aPace(staff, "FORUM", "WEEKLY");
    await waiting({ createdAt: on("2026-03-24") });
    expect(await run(on("2026-03-25", "09:00"))).toBe(0);
    expect(await run(on("2026-03-27", "09:00"))).toBe(0);
    expect(await run(on("2026-03-30", "05:05"))).toBe(1);
  });
});

describe("no digest", () => {
  test("comes to who has read it, or wants no mail of it any more", async () => {
    await aPace(staff, "FORUM", "NEVER");
    await waiting();
    await aPace(staff, "MINUTES", "DAILY");
    await waiting({ group: "MINUTES", readAt: moment });
    expect(await run()).toBe(0);
    expect(await mails()).toEqual([]);
    expect(await awaits()).toBe(0);
  });

  test("names what was hidden meanwhile, or a programme that one has left", async () => {
    await aPace(staff, "FORUM", "DAILY");
    await waiting();
    await db.thread.update({ where: { id: thread.id }, data: { hiddenAt: moment } });
    expect(await run()).toBe(0);
    await db.thread.update({ where: { id: thread.id }, data: { hiddenAt: null } });
    await waiting();
    await db.roleAssignment.deleteMany({ where: { personId: staff } });
    expect(await run()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("goes twice, when two workers put it together at once", async () => {
    await aPace(staff, "FORUM", "DAILY");
    await waiting();
    const written = await atOnce({ table: "person", id: staff }, [() => run(), () => run()]);
    expect(written.sort()).toEqual([0, 1]);
    expect(await mails()).toHaveLength(1);
  });
});
