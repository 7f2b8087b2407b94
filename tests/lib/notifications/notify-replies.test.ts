import { beforeEach, describe, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { moment } from "@/tests/support/factories";
import { anInvited, colleagues, type Member, tokenOf } from "@/tests/support/reply-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let referent: Member;
let staff: Member;
let addresses: Map<string, string>;

beforeEach(async () => {
  await db.mail.deleteMany();
  pilot = await aPilot();
  [referent, staff] = (await colleagues(pilot, 2)) as [Member, Member];
  const people = await db.person.findMany({ select: { id: true, email: true } });
  addresses = new Map(people.map((one) => [one.id, one.email]));
});

const emailOf = ({ personId }: Member) => addresses.get(personId) ?? "";

async function told(event: NewEvent): Promise<Map<string, string>> {
  const eventId = await db.$transaction((tx) => recordEvent(tx, pilot.coordinator, event));
  await notify({ eventId }, moment);
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: eventId } } });
  return new Map(mails.map((mail) => [mail.toAddress, mail.template]));
}

async function mailTo({ personId }: Member) {
  const where = { toPersonId: personId };
  const mail = await db.mail.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } });
  return { ...mail, ...(await renderMail({ ...mail, params: mail.params as MailParams })) };
}

describe("a session", () => {
  test("asks calendars to answer the recipient's own address, where replies are taken in", async () => {
    const { id } = await anInvited(pilot, [referent, staff]);
    const before = env().inbound;
    Object.assign(env(), { inbound: { address: "risposte@ente.test", secret: "x" } });
    try {
      const subject = { kind: "session", id };
      await told({ kind: "sessions.convened", subject, programmeId: pilot.programme.id });
      const italian = await mailTo(referent);
      const entry = italian.calendar?.replace(/\r\n /g, "");
      const own = await tokenOf(id, referent, "mail");
      expect(entry).toContain(`mailto:risposte+${own}@ente.test`);
      expect(entry).not.toContain(await tokenOf(id, staff, "mail"));
      expect(italian.text).toContain("Potete rispondere dal vostro calendario");
    } finally {
      Object.assign(env(), { inbound: before });
    }
  });

  test("whose waiting list moves, tells whoever got the place, and the calendar that they come", async () => {
    const { id } = await anInvited(pilot, [referent, staff]);
    await db.sessionInvitee.updateMany({
      where: { sessionId: id, personId: referent.personId },
      data: { reply: "YES", repliedAt: moment },
    });
    const data = { people: [referent.personId] };
    const heard = await told({ kind: "sessions.placeGiven", subject: { kind: "session", id }, data });
    expect(heard).toEqual(new Map([[emailOf(referent), "replies.placeGiven"]]));
    const mail = await mailTo(referent);
    expect(mail.subject).toBe("C’è un posto per voi: Sessione di prova, 31 marzo 2026");
    expect(mail.calendar?.replace(/\r\n /g, "")).toContain("PARTSTAT=ACCEPTED");
  });

  test("on whose waiting list one is stands in the calendar as perhaps", async () => {
    const { id } = await anInvited(pilot, [referent]);
    await db.sessionInvitee.updateMany({
      where: { sessionId: id },
      data: { reply: "YES", repliedAt: moment, queueNumber: 1 },
    });
    const data = { convened: true, raised: true };
    await told({ kind: "sessions.changed", subject: { kind: "session", id }, data });
    expect((await mailTo(referent)).calendar?.replace(/\r\n /g, "")).toContain("PARTSTAT=TENTATIVE");
  });

  test.each([
    ["substituteNamed", { invited: true }, "REQUEST"],
    ["substituteNamed", { invited: false }, "REQUEST"],
    ["substituteTakenBack", { invited: true }, "CANCEL"],
  ] as const)("sessions.%s %o is told to the substitute with %s", async (verb, facts, method) => {
    const { id } = await anInvited(pilot, [referent, staff]);
    const data = { substitute: staff.personId, ...facts };
    const heard = await told({ kind: `sessions.${verb}`, subject: { kind: "session", id }, data });
    expect(heard).toEqual(new Map([[emailOf(staff), `replies.${verb}`]]));
    expect((await mailTo(staff)).method).toBe(method);
  });

  test("says nothing to a substitute who is convened besides and was taken back", async () => {
    const { id } = await anInvited(pilot, [referent, staff]);
    const data = { substitute: staff.personId, invited: false };
    const subject = { kind: "session", id };
    expect((await told({ kind: "sessions.substituteTakenBack", subject, data })).size).toBe(0);
  });

  test("that somebody is to run is told to them, with the way to its page and no calendar", async () => {
    const { id } = await anInvited(pilot, [referent]);
    const data = { deputy: referent.personId };
    const heard = await told({ kind: "sessions.deputyNamed", subject: { kind: "session", id }, data });
    expect(heard).toEqual(new Map([[emailOf(referent), "replies.deputyNamed"]]));
    const mail = await mailTo(referent);
    expect(mail.calendar).toBeNull();
    expect(mail.text).toContain(
      `http://localhost:3000/area/programmi/${pilot.programme.slug}/incontri/${id}`,
    );
  });

  test("to which one's invitation ended leaves the calendar", async () => {
    const { id } = await anInvited(pilot, [staff]);
    const data = { removed: [referent.personId] };
    const heard = await told({ kind: "sessions.invitationsEnded", subject: { kind: "session", id }, data });
    expect(heard).toEqual(new Map([[emailOf(referent), "notifications.sessionWithdrawn"]]));
    expect((await mailTo(referent)).method).toBe("CANCEL");
  });
});
