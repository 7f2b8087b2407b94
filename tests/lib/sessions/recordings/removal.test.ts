import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { expireRecordings } from "@/lib/sessions/recordings/jobs";
import { publishRecording, removeRecording, retainRecording } from "@/lib/sessions/recordings/mutations";
import { getRecordingsPage, listRecordings } from "@/lib/sessions/recordings/queries";
import { actorAs, later } from "@/tests/support/actors";
import { aMeeting, aRecording } from "@/tests/support/conference-factories";
import { kindsOf } from "@/tests/support/events";
import { codeOf } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

const evening = new Date("2026-03-23T20:00:00Z");
const night = new Date("2026-03-24T00:45:00Z");

let pilot: Awaited<ReturnType<typeof aPilot>>;
let coordinator: Actor;
let other: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  coordinator = later(pilot.coordinator, evening);
  other = later(await actorAs("COORDINATOR", { programmeId: pilot.programme.id }), evening);
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
  server.meanwhile = null;
});

const rowOf = (id: string) => db.sessionRecording.findUniqueOrThrow({ where: { id } });
const isServed = (recordID: string) => server.recordings.some((one) => one.recordID === recordID);
const deletions = (recordID: string) =>
  server.calls.filter((one) => one.name === "deleteRecordings" && one.query.get("recordID") === recordID);
const expireAt = (at: Date) => expireRecordings(systemActor("expire-recordings", at));
const removals = async (sessionId: string) =>
  (await kindsOf(sessionId)).filter((kind) => kind === "sessions.recordingRemoved");

/** A published recording of a session, kept for a year, that its provider has. */
async function aServed(recordID: string) {
  const session = await aMeeting(pilot.programme.id, { state: "CLOSED", isRecorded: true });
  const { roomKey } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  server.recordings.push({ recordID, meetingID: roomKey, url: "https://bbb.test/1" });
  const row = await aRecording(session.id, {
    externalId: recordID,
    state: "PUBLISHED",
    publishedAt: evening,
  });
  return { ...row, sessionId: session.id };
}

describe("removing at once", () => {
  test("by two is done by one; the other is told, and the provider is asked once", async () => {
    for (let round = 0; round < 6; round += 1) {
      const recordID = `two-${round}`;
      const { id, version, sessionId } = await aServed(recordID);
      const both = [coordinator, other].map((actor) => codeOf(removeRecording(actor, { id, version })));
      const said = await Promise.all(both);
      expect(said.filter((one) => one === "done")).toHaveLength(1);
      expect(said.find((one) => one !== "done")).toMatch(/^(stale|conference\.moveNotAllowed)$/);
      expect((await rowOf(id)).state).toBe("REMOVED");
      expect(deletions(recordID)).toHaveLength(1);
      expect(await removals(sessionId)).toHaveLength(1);
    }
  });

  test("with a new last day leaves it either kept or gone, here and at the provider alike", async () => {
    for (let round = 0; round < 6; round += 1) {
      const recordID = `kept-or-gone-${round}`;
      const { id, version } = await aServed(recordID);
      const retain = () => codeOf(retainRecording(other, { id, version, retainUntil: "2027-12-31" }));
      const remove = () => codeOf(removeRecording(coordinator, { id, version }));
      // Called first in turns, so that neither has the advantage of always being it.
      const acts = round % 2 ? [retain, remove] : [remove, retain];
      const said = await Promise.all(acts.map((act) => act()));
      const retained = said[round % 2 ? 0 : 1] === "done";
      expect(said.filter((one) => one === "done")).toHaveLength(1);
      expect({ state: (await rowOf(id)).state, isServed: isServed(recordID) }).toEqual(
        retained ? { state: "PUBLISHED", isServed: true } : { state: "REMOVED", isServed: false },
      );
    }
  });

  test("with the job of the night is said once", async () => {
    const { id, version, sessionId } = await aServed("with-the-job");
    server.meanwhile = async () => {
      server.meanwhile = null;
      await expireAt(night);
    };
    await removeRecording(coordinator, { id, version });
    expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND", removedAt: night });
    expect(await removals(sessionId)).toHaveLength(1);
  });
});

describe("removing while the provider fails", () => {
  test("hides the recording at once, says that it is on its way out, and lets nobody keep or publish it", async () => {
    const { id, version, sessionId } = await aServed("failing");
    server.fault = "500";
    await removeRecording(coordinator, { id, version });
    expect(await rowOf(id)).toMatchObject({
      state: "UNPUBLISHED",
      expiringAt: evening,
      removedAt: null,
      version: version + 1,
    });
    expect(await kindsOf(sessionId)).toEqual(["sessions.recordingRemovalBegun"]);
    expect(await listRecordings(pilot.staff, sessionId)).toEqual([]);
    const { recordings } = await getRecordingsPage(coordinator, pilot.programme.slug, sessionId);
    expect(recordings).toEqual([expect.objectContaining({ isExpiring: true, removedAt: null })]);
    server.fault = null;
    const now = { id, version: version + 1 };
    expect(await codeOf(retainRecording(coordinator, { ...now, retainUntil: "2027-12-31" }))).toBe(
      "conference.recordingExpiring",
    );
    expect(await codeOf(publishRecording(coordinator, { ...now, readers: "members" }))).toBe(
      "conference.recordingExpiring",
    );
    expect(isServed("failing")).toBe(true);
  });

  test("is finished by the job, long before the last day, as removed by hand", async () => {
    const { id, version, sessionId } = await aServed("finished-by-the-job");
    server.fault = "down";
    await removeRecording(coordinator, { id, version });
    await expireAt(night);
    expect(await rowOf(id)).toMatchObject({ state: "UNPUBLISHED", expiringAt: evening });
    server.fault = null;
    await expireAt(night);
    expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND", removedAt: night });
    expect(isServed("finished-by-the-job")).toBe(false);
    await expireAt(night);
    expect(await removals(sessionId)).toHaveLength(1);
  });

  test("may be tried again by hand, with the version that the page shows", async () => {
    const { id, version, sessionId } = await aServed("tried-again");
    server.fault = "broken";
    await removeRecording(coordinator, { id, version });
    server.fault = null;
    expect(await codeOf(removeRecording(other, { id, version }))).toBe("stale");
    await removeRecording(other, { id, version: version + 1 });
    expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND" });
    expect(isServed("tried-again")).toBe(false);
    expect(await removals(sessionId)).toHaveLength(1);
  });
});

test("a link that was added by hand is gone at once, without asking anybody", async () => {
  const session = await aMeeting(pilot.programme.id, { state: "CLOSED" });
  const recording = await aRecording(session.id);
  server.fault = "down";
  await removeRecording(coordinator, recording);
  expect(await rowOf(recording.id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND" });
  expect(await kindsOf(session.id)).toEqual(["sessions.recordingRemoved"]);
});
