import { beforeEach, describe, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { personActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { replyToken } from "@/lib/sessions/replies/reply-token";
import { anOrganisation, aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";
import { windowsPass } from "@/tests/support/notification-factories";

type Named = { id: string; email: string };
let programme: { id: string; slug: string };
let chamber: { id: string; name: string };
let coordinator: Named;
let referent: Named;
let staff: Named;

beforeEach(async () => {
  await db.mail.deleteMany();
  programme = await aProgramme();
  chamber = await anOrganisation({ name: "Camera di Commercio di Valfiorita" });
  coordinator = await aPerson({ givenName: "Carla" });
  referent = await aPerson({ givenName: "Rita" });
  staff = await aPerson({ givenName: "Stan", locale: "en" });
  const body = { programmeId: programme.id, organisationId: chamber.id };
  await aRole(coordinator.id, "COORDINATOR", { programmeId: programme.id });
  await aRole(referent.id, "REFERENT", body);
  await aRole(staff.id, "STAFF", body);
});

async function told(event: NewEvent, by: string = coordinator.id): Promise<Map<string, string>> {
  const actor = personActor({ personId: by, assignments: [] }, moment);
  const eventId = await db.$transaction((tx) => recordEvent(tx, actor, event));
  await notify({ eventId }, moment);
  // Told again, as after a worker that was killed: nobody hears it twice.
  await notify({ eventId }, moment);
  const lines = await windowsPass(eventId, moment);
  const mails = await db.mail.findMany({
    where: { OR: [{ dedupeKey: { startsWith: eventId } }, { dedupeKey: { in: lines } }] },
  });
  return new Map(mails.map((mail) => [mail.toAddress, mail.template]));
}

async function aSession(invited: string[]) {
  return db.session.create({
    data: {
      programmeId: programme.id,
      kind: "ASSISTANCE",
      title: "1ª sessione di assistenza tecnica",
      startsAt: new Date("2026-04-14T08:30:00Z"),
      endsAt: new Date("2026-04-14T10:30:00Z"),
      mode: "WEBCONFERENCE",
      state: "CONVENED",
      convenedAt: moment,
      sequence: 2,
      updatedAt: moment,
      agenda: { create: [{ position: 1, title: "Profili e competenze", minutes: 40 }] },
      invitees: { create: invited.map((personId) => ({ personId })) },
    },
    select: { id: true },
  });
}

async function tokenOf(sessionId: string, { id: personId, email }: Named) {
  const { id } = await db.sessionInvitee.findUniqueOrThrow({
    where: { sessionId_personId: { sessionId, personId } },
    select: { id: true },
  });
  return replyToken({ id, sessionId, personId, email }, "page");
}

async function mailTo(person: Named) {
  const mail = await db.mail.findFirstOrThrow({
    where: { toAddress: person.email },
    orderBy: { createdAt: "desc" },
  });
  return { ...mail, ...(await renderMail({ ...mail, params: mail.params as MailParams })) };
}

describe("a session", () => {
  test("that is convened reaches those invited, each in their language, with the calendar entry", async () => {
    const { id } = await aSession([referent.id, staff.id]);
    const subject = { kind: "session", id };
    const heard = await told({ kind: "sessions.convened", subject, programmeId: programme.id });
    expect([...heard.keys()].sort()).toEqual([referent.email, staff.email].sort());
    const italian = await mailTo(referent);
    expect(italian.subject).toBe("Convocazione: 1ª sessione di assistenza tecnica, 14 aprile 2026");
    expect(italian.text).toContain("14 aprile 2026, 10:30-12:30");
    expect(italian.text).toContain("1. Profili e competenze (40 min)");
    expect(italian.text).toContain(`http://localhost:3000/incontro/${await tokenOf(id, referent)}`);
    expect(italian.text).toContain("le risposte date dal calendario non arrivano al portale");
    expect(italian.method).toBe("REQUEST");
    const entry = italian.calendar?.replace(/\r\n /g, "");
    expect(entry).toContain("METHOD:REQUEST");
    expect(entry).toContain(`UID:${id}@sperimenta`);
    expect(entry).toContain("SEQUENCE:2");
    expect(entry).toContain(referent.email);
    const english = await mailTo(staff);
    expect(english.text).toContain("Dear Stan,");
    expect(english.text).toContain(`http://localhost:3000/en/session/${await tokenOf(id, staff)}`);
  });

  test("that is cancelled leaves the calendars, with its reason", async () => {
    const { id } = await aSession([referent.id]);
    await db.session.update({
      where: { id },
      data: { state: "CANCELLED", cancelReason: "Sala chiusa", sequence: 3 },
    });
    const subject = { kind: "session", id };
    const heard = await told({ kind: "sessions.cancelled", subject, data: { wasConvened: true } });
    expect(heard).toEqual(new Map([[referent.email, "notifications.sessionCancelled"]]));
    const mail = await mailTo(referent);
    expect(mail.text).toContain("Motivo: Sala chiusa");
    expect(mail.calendar).toContain("METHOD:CANCEL");
    expect(mail.calendar).toContain("STATUS:CANCELLED");
  });

  test("that changes time and bodies tells each what concerns them", async () => {
    const { id } = await aSession([referent.id, staff.id]);
    const gone = await aPerson();
    const data = { convened: true, raised: true, added: [staff.id], removed: [gone.id] };
    const heard = await told({ kind: "sessions.changed", subject: { kind: "session", id }, data });
    expect(heard).toEqual(
      new Map([
        [staff.email, "notifications.sessionConvened"],
        [gone.email, "notifications.sessionWithdrawn"],
        [referent.email, "notifications.sessionChanged"],
      ]),
    );
  });

  test("does not reach who was disabled", async () => {
    const disabled = await aPerson({ disabledAt: moment });
    const { id } = await aSession([disabled.id]);
    expect((await told({ kind: "sessions.convened", subject: { kind: "session", id } })).size).toBe(0);
  });

  test("that is gone is told to nobody", async () => {
    const id = "0192a000-0000-7000-8000-000000000000";
    expect((await told({ kind: "sessions.convened", subject: { kind: "session", id } })).size).toBe(0);
  });
});

describe("a deliverable", () => {
  async function aDeliverable() {
    const request = await db.deliverableRequest.create({
      data: {
        programmeId: programme.id,
        position: 1,
        title: "Scheda di analisi",
        dueAt: new Date("2026-04-30T21:59:59Z"),
        deliverables: { create: { organisationId: chamber.id, dueAt: new Date("2026-04-30T21:59:59Z") } },
      },
      select: { id: true, deliverables: { select: { id: true } } },
    });
    return { requestId: request.id, id: request.deliverables[0]?.id ?? "" };
  }
  const about = (id: string) => ({
    subject: { kind: "deliverable", id },
    programmeId: programme.id,
    organisationId: chamber.id,
  });

  test("that is requested reaches referents and staff of the bodies that owe it, and of no other", async () => {
    const other = await anOrganisation();
    const stranger = await aPerson();
    await aRole(stranger.id, "REFERENT", { programmeId: programme.id, organisationId: other.id });
    const former = await aPerson();
    const body = { programmeId: programme.id, organisationId: chamber.id };
    await aRole(former.id, "STAFF", { ...body, toAt: new Date(moment.getTime() - 1000) });
    const { requestId } = await aDeliverable();
    const subject = { kind: "request", id: requestId };
    const heard = await told({ kind: "documents.requestCreated", subject, programmeId: programme.id });
    expect([...heard.keys()].sort()).toEqual([referent.email, staff.email].sort());
    expect((await mailTo(referent)).text).toContain("30 aprile 2026, 23:59");
  });

  test("that is submitted reaches the coordinators, with its receipt and its lateness", async () => {
    const { id } = await aDeliverable();
    const space = await db.documentSpace.create({
      data: { programmeId: programme.id, organisationId: chamber.id },
      select: { id: true },
    });
    await db.storedObject.create({ data: { sha256: "a".repeat(64), size: 1n } });
    const document = await db.document.create({
      data: {
        spaceId: space.id,
        kind: "DELIVERABLE",
        title: "Scheda",
        versions: {
          create: {
            number: 1,
            objectSha256: "a".repeat(64),
            filename: "a.pdf",
            mimeType: "application/pdf",
            size: 1n,
          },
        },
      },
      select: { versions: { select: { id: true } } },
    });
    const versionId = document.versions[0]?.id ?? "";
    await db.submission.create({
      data: { deliverableId: id, versionId, year: 2026, number: 7, submittedAt: moment, isLate: true },
    });
    const heard = await told({ kind: "documents.submitted", ...about(id) }, staff.id);
    expect(heard).toEqual(new Map([[coordinator.email, "notifications.submitted"]]));
    const { text } = await mailTo(coordinator);
    expect(text).toContain("7/2026");
    expect(text).toContain("dopo il termine");
  });

  test.each(["documents.changesRequested", "documents.approved", "documents.extensionGranted"] as const)(
    "%s reaches the people of the body",
    async (kind) => {
      const { id } = await aDeliverable();
      const heard = await told({ kind, ...about(id) });
      expect([...heard.keys()].sort()).toEqual([referent.email, staff.email].sort());
      const { text } = await mailTo(referent);
      expect(text).toContain("Camera di Commercio di Valfiorita");
      expect(text).not.toMatch(/[{}]/);
    },
  );
});

describe("a post", () => {
  async function aThread(authors: string[]) {
    const { id: categoryId } = await db.category.create({
      data: { programmeId: programme.id, position: 1, title: "Domande" },
      select: { id: true },
    });
    const thread = await db.thread.create({
      data: { title: "Come si compila la scheda?", authorId: authors[0] ?? null, categoryId },
      select: { id: true },
    });
    const follow = { threadId: thread.id, lastReadNumber: 0, readAt: moment, watch: "WATCHING" } as const;
    await db.threadRead.createMany({ data: authors.map((personId) => ({ personId, ...follow })) });
    const posts: { id: string; threadId: string }[] = [];
    for (const [index, authorId] of authors.entries()) {
      const data = {
        threadId: thread.id,
        number: index + 1,
        authorId,
        markdown: "x",
        html: "x",
        rendererVersion: 1,
      };
      posts.push(await db.post.create({ data, select: { id: true, threadId: true } }));
    }
    return posts;
  }

  test("reaches those who follow its thread and are still in the programme, not its author", async () => {
    const former = await aPerson();
    const posts = await aThread([referent.id, former.id, coordinator.id, staff.id]);
    const id = posts.at(-1)?.id ?? "";
    const heard = await told({ kind: "forum.posted", subject: { kind: "post", id } }, staff.id);
    expect([...heard.keys()].sort()).toEqual([referent.email, coordinator.email].sort());
    const { text } = await mailTo(referent);
    expect(text).toContain("Stan Ginestrelli");
    expect(text).toMatch(/\/forum\/discussioni\/[0-9a-f-]+#messaggio-4/);
  });

  test("reaches who follows the category, but for threads of which they said otherwise", async () => {
    const [post] = await aThread([referent.id]);
    const thread = await db.thread.findUniqueOrThrow({ where: { id: post?.threadId ?? "" } });
    const { categoryId } = thread;
    const level = "WATCHING" as const;
    await db.categoryWatch.createMany({
      data: [coordinator.id, staff.id].map((personId) => ({ personId, categoryId, level })),
    });
    const event = { kind: "forum.threadOpened", subject: { kind: "thread", id: thread.id } } as const;
    const heard = await told(event, referent.id);
    expect(heard).toEqual(
      new Map([coordinator, staff].map(({ email }) => [email, "notifications.threadOpened"])),
    );
    expect((await mailTo(staff)).text).toContain("has opened the thread “Come si compila la scheda?”");
    await db.threadRead.create({
      data: { personId: staff.id, threadId: thread.id, lastReadNumber: 1, readAt: moment, watch: "TRACKING" },
    });
    const reply = { kind: "forum.posted", subject: { kind: "post", id: post?.id ?? "" } } as const;
    expect([...(await told(reply, referent.id)).keys()]).toEqual([coordinator.email]);
  });

  test("that was hidden meanwhile is told to nobody", async () => {
    const [, second] = await aThread([referent.id, coordinator.id]);
    const id = second?.id ?? "";
    await db.post.update({ where: { id }, data: { hiddenAt: moment } });
    expect((await told({ kind: "forum.posted", subject: { kind: "post", id } })).size).toBe(0);
  });
});
