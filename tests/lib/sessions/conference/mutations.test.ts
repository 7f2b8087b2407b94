import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { followMeetings } from "@/lib/sessions/conference/jobs";
import { endMeeting, enterRoom } from "@/lib/sessions/conference/mutations";
import { conveneSession } from "@/lib/sessions/convening/mutations";
import { getAttendanceForm } from "@/lib/sessions/record/queries";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { later } from "@/tests/support/actors";
import { aMeetingOf, joinsOf, meetingTimes, roomOf } from "@/tests/support/conference-factories";
import { kindsOf } from "@/tests/support/events";
import { aPilot, aSchedule } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

const { early, open, running, over } = meetingTimes;

let pilot: Awaited<ReturnType<typeof aPilot>>;
const newMeeting = (facts?: Parameters<typeof aMeetingOf>[1]) => aMeetingOf(pilot, facts);
const room = (actor: Actor, id: string, stay?: string | null) => roomOf(pilot, actor, id, stay);

beforeAll(async () => {
  pilot = await aPilot();
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
  server.meanwhile = null;
});

describe("going in", () => {
  test("before the doors open and after the end nothing is written, and the page says which", async () => {
    const { id } = await newMeeting();
    for (const [at, state] of [
      [early, "early"],
      [over, "over"],
    ] as const) {
      const actor = later(pilot.staff, at);
      expect(await enterRoom(actor, { id })).toMatchObject({ stay: null, isDown: false });
      expect((await room(actor, id)).door.state).toBe(state);
    }
    expect(await joinsOf(id)).toEqual([]);
    expect(await kindsOf(id)).toEqual([]);
  });

  test("writes the join log once and leads to the room under one's name, by role", async () => {
    const { id } = await newMeeting();
    const staff = later(pilot.staff, open);
    const first = await enterRoom(staff, { id });
    const second = await enterRoom(later(pilot.staff, running), { id });
    expect(second.stay).toBe(first.stay);
    const led = await enterRoom(later(pilot.coordinator, running), { id });
    expect(await joinsOf(id)).toEqual([
      {
        id: first.stay,
        personId: pilot.staff.personId,
        role: "ATTENDEE",
        source: "AREA",
        byFallback: false,
        joinedAt: open,
        leftAt: null,
      },
      expect.objectContaining({ id: led.stay, role: "MODERATOR", joinedAt: running }),
    ]);
    expect(await kindsOf(id)).toEqual(["sessions.joined", "sessions.joined"]);

    const { address } = await room(staff, id, first.stay);
    await fetch(address ?? expect.unreachable("the room has an address"));
    await fetch((await room(later(pilot.coordinator, running), id, led.stay)).address ?? "");
    expect(server.joined.slice(-2).map(({ id: stay, role }) => ({ stay, role }))).toEqual([
      { stay: first.stay, role: "VIEWER" },
      { stay: led.stay, role: "MODERATOR" },
    ]);
    expect(server.refused).toEqual([]);
  });

  test("two presses at once are one stay", async () => {
    const { id } = await newMeeting();
    const staff = later(pilot.staff, open);
    const stays = await Promise.all([1, 2, 3, 4].map(() => enterRoom(staff, { id })));
    expect(new Set(stays.map((one) => one.stay)).size).toBe(1);
    expect(await joinsOf(id)).toHaveLength(1);
    expect(await kindsOf(id)).toEqual(["sessions.joined"]);
  });

  test("the address is shown to nobody but whoever went in, and not after the end", async () => {
    const { id } = await newMeeting();
    const { stay } = await enterRoom(later(pilot.staff, open), { id });
    expect((await room(later(pilot.staff, open), id)).address).toBeNull();
    expect((await room(later(pilot.referent, open), id, stay)).address).toBeNull();
    expect((await room(later(pilot.staff, open), id, randomUUID())).address).toBeNull();
    expect((await room(later(pilot.staff, over), id, stay)).address).toBeNull();
    expect((await room(later(pilot.staff, running), id, stay)).address).toContain("/api/join?");
  });

  test.each(["slow", "down", "broken", "500", "redirect"] as const)(
    "a provider that is %s is said, with the way round it, and nobody counts as present",
    async (fault) => {
      const { id } = await newMeeting({ fallbackUrl: "https://riserva.test/1", fallbackPhone: "06 5550100" });
      server.fault = fault;
      expect(await enterRoom(later(pilot.staff, open), { id })).toMatchObject({ stay: null, isDown: true });
      expect(await joinsOf(id)).toEqual([]);
      const { fallback, lead } = await room(later(pilot.coordinator, open), id);
      expect(fallback).toMatchObject({ url: "https://riserva.test/1", phone: "06 5550100" });
      expect(lead?.meeting).toBe("down");
    },
  );

  test("a link and Jitsi need nobody's answer", async () => {
    server.fault = "down";
    const link = await newMeeting({ provider: "LINK", url: "https://stanza.test/prova" });
    const staff = later(pilot.staff, open);
    const { stay } = await enterRoom(staff, link);
    expect((await room(staff, link.id, stay)).address).toBe("https://stanza.test/prova");
    const jitsi = await newMeeting({ provider: "JITSI" });
    const entered = await enterRoom(staff, jitsi);
    const { address } = await room(staff, jitsi.id, entered.stay);
    server.fault = null;
    await fetch(address ?? "");
    expect(server.joined.at(-1)).toMatchObject({ id: entered.stay, role: "VIEWER" });
    expect((await room(later(pilot.coordinator, open), jitsi.id)).lead?.meeting).toBeNull();
  });

  test("the state of a meeting is asked once in ten seconds", async () => {
    const { id } = await newMeeting();
    const asked = () => server.calls.filter(({ name }) => name === "isMeetingRunning").length;
    const before = asked();
    const coordinator = later(pilot.coordinator, open);
    const seen = await Promise.all([1, 2, 3].map(() => room(coordinator, id)));
    expect(seen.map(({ lead }) => lead?.meeting)).toEqual(["idle", "idle", "idle"]);
    expect(asked()).toBe(before + 1);
    await room(later(pilot.coordinator, new Date(open.getTime() + 10_000)), id);
    expect(asked()).toBe(before + 2);
    expect((await room(later(pilot.staff, open), id)).lead).toBeNull();
  });

  test("a session that uses a provider is convened without a link", async () => {
    const input = aSchedule(pilot.programme, { url: undefined, provider: "BIGBLUEBUTTON", isRecorded: true });
    await scheduleSession(pilot.coordinator, input);
    const { version, roomKey, isRecorded } = await db.session.findUniqueOrThrow({ where: { id: input.id } });
    expect(isRecorded).toBe(true);
    expect(roomKey).not.toBe(input.id);
    await conveneSession(pilot.coordinator, { id: input.id, version });
    expect((await db.session.findUniqueOrThrow({ where: { id: input.id } })).state).toBe("CONVENED");
  });
});

describe("leaving", () => {
  test("the job writes who is no longer there, and minutes are proposed with the presence", async () => {
    const { id } = await newMeeting();
    const staff = await enterRoom(later(pilot.staff, new Date("2026-03-23T10:10:00Z")), { id });
    const referent = await enterRoom(later(pilot.referent, open), { id });
    for (const [actor, { stay }] of [
      [pilot.staff, staff],
      [pilot.referent, referent],
    ] as const) {
      await fetch((await room(later(actor, open), id, stay)).address ?? "");
    }
    const follow = (time: string) =>
      followMeetings(systemActor("follow-meetings", new Date(`2026-03-23T${time}Z`)));
    await follow("10:11:00");
    expect((await joinsOf(id)).map((one) => one.leftAt)).toEqual([null, null]);
    server.leave(staff.stay ?? "");
    await follow("10:40:00");
    expect((await joinsOf(id)).find((one) => one.id === staff.stay)?.leftAt).toEqual(
      new Date("2026-03-23T10:40:00Z"),
    );
    server.fault = "500";
    await follow("10:45:00");
    server.fault = null;
    expect((await joinsOf(id)).find((one) => one.id === referent.stay)?.leftAt).toBeNull();

    const again = await enterRoom(later(pilot.staff, running), { id });
    expect(again.stay).not.toBe(staff.stay);
    await endMeeting(later(pilot.coordinator, new Date("2026-03-23T11:30:00Z")), { id });
    expect((await joinsOf(id)).map((one) => one.leftAt)).not.toContain(null);
    expect(await kindsOf(id)).toContain("sessions.meetingEnded");

    const { people } = await getAttendanceForm(later(pilot.coordinator, over), pilot.programme.slug, id);
    const proposed = new Map(people.map((one) => [one.personId, one]));
    expect(proposed.get(pilot.staff.personId)).toMatchObject({ presence: "present", seen: { minutes: 60 } });
    expect(proposed.get(pilot.referent.personId)).toMatchObject({
      presence: "present",
      seen: { minutes: 90 },
    });

    await db.attendance.create({ data: { sessionId: id, personId: pilot.staff.personId, present: false } });
    const said = await getAttendanceForm(later(pilot.coordinator, over), pilot.programme.slug, id);
    const decided = new Map(said.people.map((one) => [one.personId, one.presence]));
    expect(decided.get(pilot.staff.personId)).toBe("absent");
    expect(decided.get(pilot.referent.personId)).toBeNull();
  });

  test("a meeting cannot be ended where the portal holds none, or its provider is away", async () => {
    const link = await newMeeting({ provider: "LINK", url: "https://stanza.test/prova" });
    const coordinator = later(pilot.coordinator, running);
    await expect(endMeeting(coordinator, link)).rejects.toThrow("conference.meetingNotOurs");
    const { id } = await newMeeting();
    server.fault = "500";
    await expect(endMeeting(coordinator, { id })).rejects.toThrow("conference.providerDown");
    expect(await kindsOf(id)).toEqual([]);
  });
});
