import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { replyByLink, replyToSession } from "@/lib/sessions/replies/mutations";
import { later } from "@/tests/support/actors";
import { eventsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { anInvited, colleagues, type Member, repliesTo, tokenOf } from "@/tests/support/reply-factories";
import { aChange, aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

const from = { client: "192.0.2.1" };
describe("from the page", () => {
  test("is kept, may change until the start, and is not recorded twice", async () => {
    const { id, startsAt } = await anInvited(pilot, [pilot.staff]);
    await replyToSession(pilot.staff, { id, reply: "MAYBE" });
    await replyToSession(pilot.staff, { id, reply: "MAYBE" });
    await replyToSession(pilot.staff, { id, reply: "YES" });
    const row = await db.sessionInvitee.findFirstOrThrow({ where: { sessionId: id } });
    expect(row).toMatchObject({ reply: "YES", repliedAt: moment, queueNumber: null });
    expect(await eventsOf(id)).toMatchObject([
      { kind: "sessions.replied", data: { reply: "MAYBE", way: "page", waits: false } },
      { kind: "sessions.replied", data: { reply: "YES", way: "page", waits: false } },
    ]);
    const late = replyToSession(later(pilot.staff, startsAt), { id, reply: "NO" });
    expect((await refusal(late))?.code).toBe("sessions.replyClosed");
  });

  test.each(["CLOSED", "CANCELLED"] as const)("is refused for a session that is %s", async (state) => {
    const { id } = await anInvited(pilot, [pilot.staff], { state, convenedAt: moment });
    expect((await refusal(replyToSession(pilot.staff, { id, reply: "YES" })))?.code).toBe(
      "sessions.replyClosed",
    );
  });
});

describe("by the link in a mail", () => {
  test("is the same reply, of the person whom the link names, whoever is signed in", async () => {
    const { id } = await anInvited(pilot, [pilot.staff, pilot.referent]);
    const token = await tokenOf(id, pilot.staff);
    await replyByLink(visitorActor(moment), { token, reply: "MAYBE" }, from);
    await replyByLink(pilot.referent, { token, reply: "YES" }, from);
    expect(await repliesTo(id)).toEqual(
      new Map([
        [pilot.staff.personId, "YES"],
        [pilot.referent.personId, "NONE"],
      ]),
    );
    expect(await eventsOf(id)).toMatchObject([
      { actorId: pilot.staff.personId, data: { reply: "MAYBE", way: "link" } },
      { actorId: pilot.staff.personId, data: { reply: "YES", way: "link" } },
    ]);
  });

  test("is refused once the session has begun", async () => {
    const { id, startsAt } = await anInvited(pilot, [pilot.staff]);
    const token = await tokenOf(id, pilot.staff);
    const late = replyByLink(visitorActor(startsAt), { token, reply: "YES" }, from);
    expect((await refusal(late))?.code).toBe("sessions.replyClosed");
  });

  test("opens nothing after the invitation ended, and the old link nothing after a new one", async () => {
    const { id } = await anInvited(pilot, [pilot.staff]);
    const token = await tokenOf(id, pilot.staff);
    const invited = { sessionId: id, personId: pilot.staff.personId };
    await db.sessionInvitee.deleteMany({ where: invited });
    const reply = () => replyByLink(visitorActor(moment), { token, reply: "YES" }, from);
    expect((await refusal(reply()))?.name).toBe("NotFoundError");
    await db.sessionInvitee.create({ data: invited });
    expect((await refusal(reply()))?.name).toBe("NotFoundError");
    expect(await repliesTo(id)).toEqual(new Map([[pilot.staff.personId, "NONE"]]));
  });
});

describe("places", () => {
  test("a yes beyond the capacity waits; a place that is given back goes to whoever waits longest", async () => {
    const [a, b, c, d] = (await colleagues(pilot, 4)) as [Member, Member, Member, Member];
    const { id } = await anInvited(pilot, [a, b, c, d], { capacity: 2 });
    for (const person of [a, b, c, d]) await replyToSession(person, { id, reply: "YES" });
    expect(await repliesTo(id)).toEqual(
      new Map([
        [a.personId, "YES"],
        [b.personId, "YES"],
        [c.personId, "WAITS 1"],
        [d.personId, "WAITS 2"],
      ]),
    );
    await replyToSession(b, { id, reply: "NO" });
    expect(await repliesTo(id)).toEqual(
      new Map([
        [a.personId, "YES"],
        [b.personId, "NO"],
        [c.personId, "YES"],
        [d.personId, "WAITS 2"],
      ]),
    );
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: "sessions.placeGiven",
      actorId: b.personId,
      data: { people: [c.personId] },
    });
    // Whoever comes back stands at the end.
    await replyToSession(b, { id, reply: "YES" });
    expect((await repliesTo(id)).get(b.personId)).toBe("WAITS 3");
    await replyToSession(d, { id, reply: "MAYBE" });
    await replyToSession(a, { id, reply: "MAYBE" });
    expect(await repliesTo(id)).toEqual(
      new Map([
        [a.personId, "MAYBE"],
        [b.personId, "YES"],
        [c.personId, "YES"],
        [d.personId, "MAYBE"],
      ]),
    );
    expect((await db.session.findUniqueOrThrow({ where: { id } })).placesTaken).toBe(2);
  });

  test("of twenty who say yes at once for three places, three have one and the others wait in a row", async () => {
    const people = await colleagues(pilot, 20);
    const { id } = await anInvited(pilot, people, { capacity: 3 });
    await Promise.all(people.map((person) => replyToSession(person, { id, reply: "YES" })));
    const said = [...(await repliesTo(id)).values()];
    expect(said.filter((answer) => answer === "YES")).toHaveLength(3);
    expect(said.filter((answer) => answer !== "YES").toSorted()).toEqual(
      Array.from({ length: 17 }, (_, index) => `WAITS ${index + 1}`).toSorted(),
    );
    // Half of all go at once: nobody waits in vain, and nobody is overbooked.
    await Promise.all(people.slice(0, 10).map((person) => replyToSession(person, { id, reply: "NO" })));
    const left = [...(await repliesTo(id)).values()];
    expect(left.filter((answer) => answer === "YES")).toHaveLength(3);
    expect(left.filter((answer) => answer.startsWith("WAITS"))).toHaveLength(7);
  });

  test("the database refuses to overbook, whoever writes", async () => {
    const people = await colleagues(pilot, 2);
    const { id } = await anInvited(pilot, people, { capacity: 1 });
    const overbook = db.sessionInvitee.updateMany({
      where: { sessionId: id },
      data: { reply: "YES", repliedAt: moment },
    });
    await expect(overbook).rejects.toThrow(/session_places_check/);
    expect((await db.session.findUniqueOrThrow({ where: { id } })).placesTaken).toBe(0);
  });

  test("more of them call in who waits; fewer than are taken are refused with their number", async () => {
    const people = await colleagues(pilot, 4);
    const { id } = await anInvited(pilot, people, { capacity: 2 });
    for (const person of people) await replyToSession(person, { id, reply: "YES" });
    const change = async (capacity?: number) => {
      const { version } = await db.session.findUniqueOrThrow({ where: { id } });
      return changeSession(pilot.coordinator, aChange({ id, version }, { capacity }));
    };
    expect(await refusal(change(1))).toMatchObject({
      code: "sessions.capacityTaken",
      params: { taken: 2 },
      field: "capacity",
    });
    await change(3);
    expect([...(await repliesTo(id)).values()].toSorted()).toContain("WAITS 2");
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: "sessions.changed",
      data: { changed: expect.arrayContaining(["capacity"]) },
    });
    await change();
    const said = await repliesTo(id);
    expect(people.map((person) => said.get(person.personId))).toEqual(["YES", "YES", "YES", "YES"]);
    expect(await refusal(change(3))).toMatchObject({ params: { taken: 4 } });
  });

  test("a race of the last place against a smaller capacity leaves nobody without a place", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = (await colleagues(pilot, 2)) as [Member, Member];
      const { id } = await anInvited(pilot, [a, b], { capacity: 2 });
      await replyToSession(a, { id, reply: "YES" });
      const results = await Promise.all([
        replyToSession(b, { id, reply: "YES" }),
        refusal(changeSession(pilot.coordinator, aChange({ id, version: 1 }, { capacity: 1 }))),
      ]);
      const row = await db.session.findUniqueOrThrow({ where: { id } });
      expect(row.placesTaken).toBeLessThanOrEqual(row.capacity ?? 0);
      expect((await repliesTo(id)).get(b.personId)).toBe(results[1] === null ? "WAITS 1" : "YES");
    }
  });
});
