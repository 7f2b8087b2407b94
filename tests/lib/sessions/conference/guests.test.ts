import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import {
  announceGuest,
  enterAsGuest,
  makeGuestLink,
  revokeGuestLink,
} from "@/lib/sessions/conference/mutations";
import { findGuestRoom } from "@/lib/sessions/conference/queries";
import { later } from "@/tests/support/actors";
import { aMeetingOf, joinsOf, meetingTimes, roomOf } from "@/tests/support/conference-factories";
import { kindsOf } from "@/tests/support/events";
import { aPilot } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

const { early, open, over } = meetingTimes;
const client = "192.0.2.7";
const visitorAt = visitorActor;

let pilot: Awaited<ReturnType<typeof aPilot>>;
const newMeeting = (facts?: Parameters<typeof aMeetingOf>[1]) => aMeetingOf(pilot, facts);
const room = (actor: Actor, id: string, stay?: string | null) => roomOf(pilot, actor, id, stay);

/** The link's secret, made by the coordinator. */
async function aGuestLink(sessionId: string): Promise<string> {
  await makeGuestLink(later(pilot.coordinator, early), { id: sessionId });
  const { lead } = await room(later(pilot.coordinator, early), sessionId);
  return lead?.guestLink?.token ?? expect.unreachable("there is a link");
}

beforeAll(async () => {
  pilot = await aPilot();
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
  server.meanwhile = null;
});

describe("guests", () => {
  test("come in by the link under the name they said, as participants", async () => {
    const { id } = await newMeeting();
    const token = await aGuestLink(id);
    const { guest } = await announceGuest(visitorAt(early), { token, name: "Zoe Mirtilli" }, client);
    expect(await findGuestRoom(visitorAt(early), { token, guest })).toMatchObject({
      state: "known",
      name: "Zoe Mirtilli",
      door: { state: "early" },
      address: null,
    });
    const waiting = await enterAsGuest(visitorAt(early), { token, guest }, client);
    expect(waiting).toMatchObject({ stay: null, isDown: false });
    const entered = await enterAsGuest(visitorAt(open), { token, guest }, client);
    const seen = await findGuestRoom(visitorAt(open), { token, guest, stay: entered.stay ?? "" });
    await fetch(seen?.state === "known" ? (seen.address ?? "") : "");
    expect(server.joined.at(-1)).toMatchObject({ name: "Zoe Mirtilli", role: "VIEWER", id: entered.stay });
    expect(await joinsOf(id)).toEqual([
      expect.objectContaining({ personId: null, role: "ATTENDEE", source: "GUEST_LINK" }),
    ]);
    const { lead } = await room(later(pilot.coordinator, open), id);
    expect(lead?.joins).toEqual([expect.objectContaining({ name: "Zoe Mirtilli", body: null })]);
    expect(await kindsOf(id)).toEqual([
      "sessions.guestLinkMade",
      "sessions.guestAnnounced",
      "sessions.joined",
    ]);
  });

  test("a session has one link at a time, however many make one", async () => {
    const { id } = await newMeeting();
    const coordinator = later(pilot.coordinator, early);
    await Promise.all([1, 2, 3].map(() => makeGuestLink(coordinator, { id })));
    expect(await db.sessionGuestLink.count({ where: { sessionId: id } })).toBe(1);
    expect(await kindsOf(id)).toEqual(["sessions.guestLinkMade"]);
  });

  test("a link that was revoked lets nobody in, not even whoever was waiting; a new one is another", async () => {
    const { id } = await newMeeting();
    const token = await aGuestLink(id);
    const { guest } = await announceGuest(visitorAt(early), { token, name: "Zoe" }, client);
    const { lead } = await room(later(pilot.coordinator, early), id);
    await revokeGuestLink(later(pilot.coordinator, early), { id: lead?.guestLink?.id ?? "" });
    expect(await findGuestRoom(visitorAt(open), { token, guest })).toEqual({ state: "revoked" });
    await expect(enterAsGuest(visitorAt(open), { token, guest }, client)).rejects.toThrow(NotFoundError);
    const renewed = await aGuestLink(id);
    expect(renewed).not.toBe(token);
    await expect(enterAsGuest(visitorAt(open), { token: renewed, guest }, client)).rejects.toThrow(
      NotFoundError,
    );
    expect(await joinsOf(id)).toEqual([]);
    expect(await kindsOf(id)).toContain("sessions.guestLinkRevoked");
  });

  test("a link that is revoked while the provider is asked lets nobody in", async () => {
    const { id } = await newMeeting();
    const token = await aGuestLink(id);
    const { guest } = await announceGuest(visitorAt(open), { token, name: "Zoe" }, client);
    server.meanwhile = () =>
      db.sessionGuestLink.updateMany({ where: { sessionId: id }, data: { revokedAt: open } });
    await expect(enterAsGuest(visitorAt(open), { token, guest }, client)).rejects.toThrow(NotFoundError);
    expect(await joinsOf(id)).toEqual([]);
  });

  test("a link ends with its session", async () => {
    const { id } = await newMeeting();
    const token = await aGuestLink(id);
    const { guest } = await announceGuest(visitorAt(open), { token, name: "Zoe" }, client);
    expect(await enterAsGuest(visitorAt(over), { token, guest }, client)).toMatchObject({ stay: null });
    await expect(announceGuest(visitorAt(over), { token, name: "Tardi" }, client)).rejects.toThrow(
      "conference.roomOver",
    );
    await db.session.update({ where: { id }, data: { state: "CANCELLED" } });
    expect(await findGuestRoom(visitorAt(open), { token, guest })).toEqual({ state: "cancelled" });
    await expect(makeGuestLink(later(pilot.coordinator, over), { id })).rejects.toThrow(
      "conference.roomOver",
    );
  });

  test("come to a public session by its own page, and to no other session so", async () => {
    const open1 = await newMeeting({ audience: "PUBLIC" });
    const { guest } = await announceGuest(visitorAt(open), { token: open1.id, name: "Chi passa" }, client);
    await enterAsGuest(visitorAt(open), { token: open1.id, guest }, client);
    expect(await joinsOf(open1.id)).toEqual([expect.objectContaining({ source: "PUBLIC_PAGE" })]);
    const closed = await newMeeting({ audience: "ANNOUNCED" });
    expect(await findGuestRoom(visitorAt(open), { token: closed.id })).toBeNull();
  });
});
