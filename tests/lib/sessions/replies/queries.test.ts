import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { findReplyPage, getReplies, getReplyCalendar } from "@/lib/sessions/replies/queries";
import { nameSubstitute } from "@/lib/sessions/substitutes/mutations";
import { aPerson, aProgramme, moment } from "@/tests/support/factories";
import { anInvited, colleagues, type Member, tokenOf } from "@/tests/support/reply-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});
const visitor = visitorActor(moment);

describe("the page of a session", () => {
  test("says what one has answered, and nothing to who is not convened", async () => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    const read = async (actor: Member) => getReplies(actor, pilot.programme.slug, id);
    expect(await read(pilot.staff)).toEqual({
      places: null,
      own: {
        reply: null,
        isOpen: true,
        queuePlace: null,
        representedBy: null,
        standsFor: null,
        overlaps: [],
      },
    });
    expect((await read(pilot.observer)).own).toBeNull();
  });

  test("says how many places are left and where one stands in the list", async () => {
    const people = (await colleagues(pilot, 4)) as [Member, Member, Member, Member];
    const { id } = await anInvited(pilot, people, { capacity: 2 });
    const read = async (actor: Member) => getReplies(actor, pilot.programme.slug, id);
    await replyToSession(people[0], { id, reply: "YES" });
    expect((await read(people[1])).places).toEqual({ capacity: 2, left: 1, waiting: 0 });
    for (const person of people.slice(1)) await replyToSession(person, { id, reply: "YES" });
    const last = await read(people[3]);
    expect(last.places).toEqual({ capacity: 2, left: 0, waiting: 2 });
    expect(last.own).toMatchObject({ reply: "YES", queuePlace: 2 });
    expect((await read(people[1])).own).toMatchObject({ reply: "YES", queuePlace: null });
  });

  test("warns of other sessions at that time to which one said yes, whatever their programme", async () => {
    const [person] = (await colleagues(pilot, 1)) as [Member];
    const { id, startsAt } = await anInvited(pilot, [person]);
    const elsewhere = await aProgramme();
    const minutes = (count: number) => new Date(startsAt.getTime() + count * 60_000);
    const other = async (title: string, from: number, to: number, facts: Record<string, unknown> = {}) => {
      const times = { startsAt: minutes(from), endsAt: minutes(to) };
      const one = await aSession(elsewhere.id, { title, state: "CONVENED", ...times, ...facts });
      await db.sessionInvitee.create({
        data: { sessionId: one.id, personId: person.personId, reply: "YES", repliedAt: moment },
      });
    };
    await other("Prima", -120, 0);
    await other("A cavallo dell’inizio", -60, 30);
    await other("A cavallo della fine", 90, 180);
    await other("Dopo", 120, 180);
    await other("Annullata", 0, 60, { state: "CANCELLED" });
    const { own } = await getReplies(person, pilot.programme.slug, id);
    expect(own?.overlaps.map((one) => one.title)).toEqual(["A cavallo dell’inizio", "A cavallo della fine"]);
  });

  test("does not exist where the session does not", async () => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    const read = getReplies(visitor, pilot.programme.slug, id);
    await expect(read).rejects.toThrow(NotFoundError);
  });
});

describe("the page behind a link", () => {
  test("shows the session and for whom one replies, and changes nothing", async () => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    const before = await db.sessionInvitee.findFirstOrThrow({ where: { sessionId: id } });
    const view = await findReplyPage(visitor, await tokenOf(id, pilot.staff));
    expect(view).toMatchObject({
      session: { id, state: "CONVENED" },
      person: { name: "Ada Ginestrelli", body: pilot.body.name },
      replies: { own: { reply: null, isOpen: true } },
    });
    expect(await db.sessionInvitee.findFirstOrThrow({ where: { sessionId: id } })).toEqual(before);
  });

  test("after the start says that replies are closed", async () => {
    const { id, startsAt } = await anInvited(pilot, [pilot.staff]);
    const token = await tokenOf(id, pilot.staff);
    expect(await findReplyPage(visitorActor(startsAt), token)).toMatchObject({
      replies: { own: { isOpen: false } },
    });
  });

  test.each([
    ["forged", async (token: string) => `${token.slice(0, -1)}x`],
    ["cut", async (token: string) => token.slice(0, 40)],
    ["none", async () => "parola-di-prova"],
  ])("is not there when the token is %s", async (_how, change) => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    const token = await change(await tokenOf(id, pilot.staff));
    expect(await findReplyPage(visitor, token)).toBeNull();
    await expect(getReplyCalendar(visitor, token)).rejects.toThrow(NotFoundError);
  });

  test("stops at once for who is taken off, leaves the programme, is disabled or has another address", async () => {
    const people = (await colleagues(pilot, 4)) as [Member, Member, Member, Member];
    const { id } = await anInvited(pilot, people, { audience: "PUBLIC" });
    const tokens = await Promise.all(people.map((person) => tokenOf(id, person)));
    const shown = async () =>
      (await Promise.all(tokens.map((token) => findReplyPage(visitor, token)))).map((view) => view !== null);
    expect(await shown()).toEqual([true, true, true, true]);
    const [off, left, disabled, moved] = people.map((one) => one.personId) as [
      string,
      string,
      string,
      string,
    ];
    await db.sessionInvitee.delete({ where: { sessionId_personId: { sessionId: id, personId: off } } });
    await db.roleAssignment.updateMany({ where: { personId: left }, data: { toAt: moment } });
    await db.person.update({ where: { id: disabled }, data: { disabledAt: moment } });
    const { email } = await aPerson();
    await db.person.update({ where: { id: moved }, data: { email: `nuovo-${email}` } });
    expect(await shown()).toEqual([false, false, false, false]);
  });

  test("gives the calendar entry of the session", async () => {
    const { id } = await anInvited(pilot, [pilot.staff], { vevent: "BEGIN:VEVENT\r\nEND:VEVENT" });
    const calendar = await getReplyCalendar(visitor, await tokenOf(id, pilot.staff));
    expect(calendar).toMatchObject({ vevent: "BEGIN:VEVENT\r\nEND:VEVENT", locale: "it" });
    const imported = await anInvited(pilot, [pilot.staff]);
    const { vevent } = await getReplyCalendar(visitor, await tokenOf(imported.id, pilot.staff));
    expect(vevent).toContain(`UID:${imported.id}@sperimenta`);
  });

  test("tells a represented person who comes, and takes no answer", async () => {
    const [person, other] = (await colleagues(pilot, 2)) as [Member, Member];
    const { id } = await anInvited(pilot, [person, other]);
    await nameSubstitute(person, { id, substitute: other.personId });
    const own = (await findReplyPage(visitor, await tokenOf(id, person)))?.replies.own;
    expect(own).toMatchObject({ isOpen: false, representedBy: "Ada Ginestrelli" });
    const theirs = (await findReplyPage(visitor, await tokenOf(id, other)))?.replies.own;
    expect(theirs).toMatchObject({ isOpen: true, standsFor: "Ada Ginestrelli" });
  });
});
