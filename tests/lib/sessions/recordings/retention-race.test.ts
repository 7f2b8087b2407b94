import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { expireRecordings } from "@/lib/sessions/recordings/jobs";
import { publishRecording, removeRecording, retainRecording } from "@/lib/sessions/recordings/mutations";
import { later } from "@/tests/support/actors";
import { aMeeting, aRecording } from "@/tests/support/conference-factories";
import { codeOf } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

/** The day after the last one, 23 March 2027, on which the recordings of these tests are kept. */
const dayAfter = new Date("2027-03-24T08:00:00Z");
const until = "2027-12-31";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let coordinator: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  coordinator = later(pilot.coordinator, dayAfter);
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
  server.meanwhile = null;
});

const expire = () => expireRecordings(systemActor("expire-recordings", dayAfter));
const rowOf = (id: string) => db.sessionRecording.findUniqueOrThrow({ where: { id } });
const isServed = (recordID: string) => server.recordings.some((one) => one.recordID === recordID);

async function anExpired(recordID: string) {
  const session = await aMeeting(pilot.programme.id, { state: "CLOSED", isRecorded: true });
  const { roomKey } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  server.recordings.push({ recordID, meetingID: roomKey, url: "https://bbb.test/1" });
  const published = { state: "PUBLISHED", publishedAt: dayAfter } as const;
  const recording = await aRecording(session.id, { externalId: recordID, ...published });
  return { ...recording, session: session.id };
}
const removals = (sessionId: string) =>
  db.event.count({ where: { subjectId: sessionId, kind: "sessions.recordingRemoved" } });

test("a term that was moved on before the job comes keeps the recording, at its provider too", async () => {
  const { id, version } = await anExpired("moved-on");
  await retainRecording(coordinator, { id, version, retainUntil: until });
  await expire();
  expect(await rowOf(id)).toMatchObject({ state: "PUBLISHED", expiringAt: null });
  expect(isServed("moved-on")).toBe(true);
});

test("a term that was moved on after the job had read its list keeps the recording likewise", async () => {
  const first = await anExpired("first-of-list");
  const second = await anExpired("second-of-list");
  server.meanwhile = async () => {
    server.meanwhile = null;
    await retainRecording(coordinator, { id: second.id, version: second.version, retainUntil: until });
  };
  await expire();
  expect((await rowOf(first.id)).state).toBe("REMOVED");
  expect(await rowOf(second.id)).toMatchObject({ state: "PUBLISHED", expiringAt: null });
  expect(isServed("second-of-list")).toBe(true);
});

test("while its provider is asked to remove it, it is neither kept longer nor published, and whoever tries is told", async () => {
  const { id, version, session } = await anExpired("asked");
  const told: string[] = [];
  server.meanwhile = async () => {
    server.meanwhile = null;
    told.push(await codeOf(retainRecording(coordinator, { id, version, retainUntil: until })));
    await db.sessionRecording.update({ where: { id }, data: { state: "UNPUBLISHED", publishedAt: null } });
    told.push(await codeOf(publishRecording(coordinator, { id, version, readers: "members" })));
  };
  await expire();
  expect(told).toEqual(["conference.recordingExpiring", "conference.recordingExpiring"]);
  expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "RETENTION" });
  expect(isServed("asked")).toBe(false);
  expect(await removals(session)).toBe(1);
});

test("what its provider did not remove stays on its way out until the next run", async () => {
  const { id, version } = await anExpired("away");
  server.fault = "500";
  await expire();
  server.fault = null;
  expect(await rowOf(id)).toMatchObject({ state: "PUBLISHED", expiringAt: dayAfter });
  expect(await codeOf(retainRecording(coordinator, { id, version, retainUntil: until }))).toBe(
    "conference.recordingExpiring",
  );
  await expire();
  expect((await rowOf(id)).state).toBe("REMOVED");
  expect(isServed("away")).toBe(false);
});

test("removed by hand meanwhile it is removed once", async () => {
  const { id, version, session } = await anExpired("by-hand");
  server.meanwhile = async () => {
    server.meanwhile = null;
    await removeRecording(coordinator, { id, version });
  };
  await expire();
  expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND" });
  expect(await removals(session)).toBe(1);
});

test("of the job and a new date at the same moment one wins, here and at the provider alike", async () => {
  for (let round = 0; round < 12; round += 1) {
    const recordID = `race-${round}`;
    const { id, version } = await anExpired(recordID);
    const retain = () => codeOf(retainRecording(coordinator, { id, version, retainUntil: until }));
    // Called first in turns, so that neither has the advantage of always being it.
    const acts: (() => Promise<unknown>)[] = round % 2 ? [retain, expire] : [expire, retain];
    const said = (await Promise.all(acts.map((act) => act())))[round % 2 ? 0 : 1];
    expect({ said, state: (await rowOf(id)).state, isServed: isServed(recordID) }).toEqual(
      said === "done"
        ? { said, state: "PUBLISHED", isServed: true }
        : { said: expect.stringMatching(/^(stale|conference\..*)$/), state: "REMOVED", isServed: false },
    );
  }
});
