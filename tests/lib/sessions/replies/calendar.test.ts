import { beforeAll, describe, expect, test } from "vitest";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { receiveReply, replyByLink, replyToSession } from "@/lib/sessions/replies/mutations";
import { uidOf } from "@/lib/sessions/vevent";
import { actorFor, later } from "@/tests/support/actors";
import { apple, google, outlook } from "@/tests/support/calendar-replies";
import { eventsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { anInvited, colleagues, type Member, repliesTo, tokenOf } from "@/tests/support/reply-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

describe("from a calendar", () => {
  const system = systemActor("inbound-mail", moment);
  const reach = async (sessionId: string, person: Member, changes: Record<string, unknown> = {}) => {
    const { email } = await db.person.findUniqueOrThrow({ where: { id: person.personId } });
    const facts = { uid: uidOf(sessionId), sequence: 0, email, organiser: "risposte@ente.test" };
    return { ...facts, answer: "ACCEPTED" as const, ...changes };
  };

  test.each([
    ["Outlook", outlook],
    ["Google Calendar", google],
    ["Apple Calendar", apple],
  ])("%s is the same reply", async (_name, write) => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id } = await anInvited(pilot, [person]);
    const token = await tokenOf(id, person, "mail");
    const send = async (answer: "ACCEPTED" | "DECLINED") =>
      receiveReply(system, { token, calendar: write(await reach(id, person, { answer })) });
    expect(await send("ACCEPTED")).toBe("taken");
    // The clocks of tests stand still: a mail that comes twice says nothing new.
    expect(await send("ACCEPTED")).toBe("taken");
    expect(await send("DECLINED")).toBe("taken");
    expect((await repliesTo(id)).get(person.personId)).toBe("NO");
    expect(await eventsOf(id)).toMatchObject([
      { actorId: person.personId, data: { reply: "YES", way: "calendar" } },
      { actorId: person.personId, data: { reply: "NO", way: "calendar" } },
    ]);
  });

  test("takes its turn in the waiting list like any other", async () => {
    const [a, b] = (await colleagues(pilot, 2)) as [Member, Member];
    const { id } = await anInvited(pilot, [a, b], { capacity: 1 });
    await replyToSession(a, { id, reply: "YES" });
    const token = await tokenOf(id, b, "mail");
    expect(await receiveReply(system, { token, calendar: google(await reach(id, b)) })).toBe("taken");
    expect((await repliesTo(id)).get(b.personId)).toBe("WAITS 1");
  });

  test.each([
    ["of another session", "otherSession", { uid: "01990000-0000-7000-8000-000000000009@sperimenta" }],
    ["of another person", "otherAttendee", { email: "altra@ente.test" }],
    ["to an entry that has changed since", "stale", { sequence: 1 }],
  ])("%s is refused and changes nothing", async (_what, outcome, changes) => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id } = await anInvited(pilot, [person]);
    await db.session.update({ where: { id }, data: { sequence: 2 } });
    const calendar = google(await reach(id, person, { sequence: 2, ...changes }));
    const token = await tokenOf(id, person, "mail");
    expect(await receiveReply(system, { token, calendar })).toBe(outcome);
    expect((await repliesTo(id)).get(person.personId)).toBe("NONE");
    expect(await eventsOf(id)).toEqual([]);
  });

  test("that comes after a later word of the same person does not undo it", async () => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id } = await anInvited(pilot, [person]);
    const afterwards = new Date("2026-03-23T09:30:00Z");
    await replyToSession(later(person, afterwards), { id, reply: "NO" });
    const token = await tokenOf(id, person, "mail");
    const calendar = outlook(await reach(id, person));
    expect(
      await receiveReply(systemActor("inbound-mail", new Date("2026-03-23T10:00:00Z")), { token, calendar }),
    ).toBe("stale");
    expect((await repliesTo(id)).get(person.personId)).toBe("NO");
  });

  test("is refused after the end, under a forged token, by the link's token, and when it is none", async () => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id, startsAt } = await anInvited(pilot, [person]);
    const token = await tokenOf(id, person, "mail");
    const calendar = google(await reach(id, person));
    const afterwards = systemActor("inbound-mail", new Date(startsAt.getTime() + 86_400_000));
    expect(await receiveReply(afterwards, { token, calendar })).toBe("refused");
    expect(await receiveReply(system, { token: `${token.slice(0, -1)}x`, calendar })).toBe("unknownToken");
    expect(await receiveReply(system, { token: await tokenOf(id, person), calendar })).toBe("unknownToken");
    expect(await receiveReply(system, { token, calendar: "Ci sarò." })).toBe("unreadable");
    expect((await repliesTo(id)).get(person.personId)).toBe("NONE");
  });
});

test("a person who left the programme replies by no way", async () => {
  const [person] = (await colleagues(pilot, 1)) as [Member];
  const { id } = await anInvited(pilot, [person], { audience: "PUBLIC" });
  const tokens = { page: await tokenOf(id, person), mail: await tokenOf(id, person, "mail") };
  await db.roleAssignment.updateMany({ where: { personId: person.personId }, data: { toAt: moment } });
  const former = replyToSession(actorFor(person.personId), { id, reply: "YES" });
  await expect(former).rejects.toThrow(ForbiddenError);
  const byLink = replyByLink(
    visitorActor(moment),
    { token: tokens.page, reply: "YES" },
    { client: "192.0.2.1" },
  );
  await expect(byLink).rejects.toThrow(NotFoundError);
  const calendar = google({
    uid: uidOf(id),
    sequence: 0,
    email: "x@y.test",
    organiser: "risposte@ente.test",
    answer: "ACCEPTED",
  });
  const byMail = { token: tokens.mail, calendar };
  expect(await receiveReply(systemActor("inbound-mail", moment), byMail)).toBe("unknownToken");
  expect([...(await repliesTo(id)).values()]).toEqual(["NONE"]);
});
