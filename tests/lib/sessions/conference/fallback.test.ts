import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { followMeetings } from "@/lib/sessions/conference/jobs";
import { announceGuest, endMeeting, enterAsGuest, enterRoom } from "@/lib/sessions/conference/mutations";
import { findGuestRoom, getRoom } from "@/lib/sessions/conference/queries";
import { getAttendanceForm } from "@/lib/sessions/record/queries";
import { later } from "@/tests/support/actors";
import { aMeeting, joinsOf, meetingTimes } from "@/tests/support/conference-factories";
import { expectRefusal } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aPilot } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

const { early, open, running, over } = meetingTimes;
const fallbackUrl = "https://riserva.test/1";
const way = "fallback" as const;

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
});

const newMeeting = (facts: Parameters<typeof aMeeting>[1] = {}) =>
  aMeeting(pilot.programme.id, { invitedIds: [pilot.staff.personId], fallbackUrl, ...facts });
const room = (actor: Actor, id: string, stay: string | null) =>
  getRoom(actor, { slug: pilot.programme.slug, id, stay: stay ?? undefined });

test("who goes on by the fallback link is logged, and led to the address that the session names", async () => {
  const { id } = await newMeeting();
  server.fault = "down";
  const staff = later(pilot.staff, open);
  const [first, second] = await Promise.all([enterRoom(staff, { id, way }), enterRoom(staff, { id, way })]);
  expect(second.stay).toBe(first.stay);
  expect(await joinsOf(id)).toMatchObject([
    { id: first.stay, personId: pilot.staff.personId, role: "ATTENDEE", source: "AREA", byFallback: true },
  ]);
  expect(await kindsOf(id)).toEqual(["sessions.joined"]);
  expect((await room(staff, id, first.stay)).address).toBe(fallbackUrl);
  // Reading the page logs nothing, and shows the address to nobody else.
  expect((await room(later(pilot.referent, open), id, first.stay)).address).toBeNull();
  expect(await joinsOf(id)).toHaveLength(1);
  const { lead } = await room(later(pilot.coordinator, open), id, null);
  expect(lead?.joins).toMatchObject([{ byFallback: true, role: "ATTENDEE" }]);
});

test("the log proposes the presence, of which the minutes are not known", async () => {
  const { id } = await newMeeting();
  server.fault = "down";
  await enterRoom(later(pilot.staff, running), { id, way });
  const form = await getAttendanceForm(later(pilot.coordinator, over), pilot.programme.slug, id);
  expect(form.people.find((one) => one.personId === pilot.staff.personId)).toMatchObject({
    presence: "present",
    seen: { joinedAt: running, minutes: null },
  });
});

test("a provider that is back does not say of them that they left, nor does the end of its meeting", async () => {
  const { id } = await newMeeting();
  server.fault = "down";
  const { stay } = await enterRoom(later(pilot.staff, open), { id, way });
  server.fault = null;
  await followMeetings(systemActor("follow-meetings", running));
  await enterRoom(later(pilot.coordinator, running), { id });
  await endMeeting(later(pilot.coordinator, new Date(running.getTime() + 60_000)), { id });
  const joins = await joinsOf(id);
  expect(joins.find((one) => one.id === stay)?.leftAt).toBeNull();
  expect(joins.find((one) => one.id !== stay)?.leftAt).not.toBeNull();
});

test("going from one door to the other ends the stay behind the first", async () => {
  const { id } = await newMeeting();
  const inside = await enterRoom(later(pilot.staff, open), { id });
  server.fault = "down";
  const away = await enterRoom(later(pilot.staff, running), { id, way });
  server.fault = null;
  const back = await enterRoom(later(pilot.staff, new Date(running.getTime() + 60_000)), { id });
  expect(new Set([inside.stay, away.stay, back.stay]).size).toBe(3);
  expect((await joinsOf(id)).map((one) => [one.byFallback, one.leftAt])).toEqual([
    [false, running],
    [true, new Date(running.getTime() + 60_000)],
    [false, null],
  ]);
});

test("before the doors open, after the end and without such a link nothing is written", async () => {
  const { id } = await newMeeting();
  for (const at of [early, over]) {
    expect(await enterRoom(later(pilot.staff, at), { id, way })).toMatchObject({ stay: null, isDown: false });
  }
  expect(await joinsOf(id)).toEqual([]);
  const without = await newMeeting({ fallbackUrl: undefined });
  await expectRefusal(() => enterRoom(later(pilot.staff, open), { id: without.id, way }));
  await expectRefusal(() => enterRoom(visitorActor(open), { id, way }));
});

test("a guest who said a name goes on likewise", async () => {
  const { id } = await newMeeting({ audience: "PUBLIC" });
  server.fault = "down";
  const visitor = visitorActor(open);
  const { guest } = await announceGuest(visitor, { token: id, name: "Zelinda Corbezzoli" }, "192.0.2.9");
  expect(await enterAsGuest(visitor, { token: id, guest }, "192.0.2.9")).toMatchObject({ isDown: true });
  const { stay } = await enterAsGuest(visitor, { token: id, guest, way }, "192.0.2.9");
  expect(await joinsOf(id)).toMatchObject([
    { id: stay, personId: null, source: "PUBLIC_PAGE", byFallback: true },
  ]);
  const seen = await findGuestRoom(visitor, { token: id, guest, stay: stay ?? "" });
  expect(seen).toMatchObject({ state: "known", address: fallbackUrl });
  await db.session.update({ where: { id }, data: { fallbackUrl: null } });
  expect(await findGuestRoom(visitor, { token: id, guest, stay: stay ?? "" })).toMatchObject({
    address: null,
  });
});
