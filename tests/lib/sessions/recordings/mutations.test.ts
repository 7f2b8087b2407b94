import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { expireRecordings, fetchRecordings } from "@/lib/sessions/recordings/jobs";
import {
  addRecording,
  publishRecording,
  removeRecording,
  retainRecording,
  unpublishRecording,
} from "@/lib/sessions/recordings/mutations";
import { getRecordingsPage, listRecordings } from "@/lib/sessions/recordings/queries";
import { addRecordingSchema } from "@/lib/sessions/recordings/schema";
import { actorAs, later } from "@/tests/support/actors";
import { aMeeting, aRecording, meetingTimes } from "@/tests/support/conference-factories";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aProgramme } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

// Before any of our code reads its settings.
const server = await vi.hoisted(async () => {
  const { startConferenceServer } = await import("@/tests/support/conference-server");
  const started = await startConferenceServer();
  Object.assign(process.env, started.settings);
  return started;
});

const { over, early } = meetingTimes;
const evening = new Date("2026-03-23T20:00:00Z");
const visitor = visitorActor(over);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let coordinator: Actor;
const aHeld = (facts: Parameters<typeof aMeeting>[1] = {}) =>
  aMeeting(pilot.programme.id, { state: "CLOSED", isRecorded: true, ...facts });
const rowOf = (id: string) => db.sessionRecording.findUniqueOrThrow({ where: { id } });
const fetchAt = (at: Date) => fetchRecordings(systemActor("fetch-recordings", at));
const expireAt = (at: Date) => expireRecordings(systemActor("expire-recordings", at));
const roomOf = async (id: string) => (await db.session.findUniqueOrThrow({ where: { id } })).roomKey;

/** A session with one recording, as the job found it. */
async function aFound(recordID: string, facts: Parameters<typeof aMeeting>[1] = {}) {
  const session = await aHeld(facts);
  server.recordings.push({ recordID, meetingID: await roomOf(session.id), url: "https://bbb.test/1" });
  await fetchAt(evening);
  const row = await db.sessionRecording.findFirstOrThrow({ where: { externalId: recordID } });
  return { session, id: row.id, version: row.version };
}

beforeAll(async () => {
  pilot = await aPilot();
  coordinator = later(pilot.coordinator, evening);
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
});

describe("looking for recordings", () => {
  test("finds each once, unpublished here and at the provider, kept by the rules of the day", async () => {
    const session = await aHeld();
    server.recordings.push({
      recordID: "found-1",
      meetingID: await roomOf(session.id),
      url: "https://bbb.test/presentation/1",
      minutes: 118,
      name: "Sessione registrata",
      state: "published",
    });
    await Promise.all([fetchAt(evening), fetchAt(evening)]);
    await fetchAt(new Date(evening.getTime() + 3_600_000));
    const rows = await db.sessionRecording.findMany({ where: { sessionId: session.id } });
    expect(rows).toEqual([
      expect.objectContaining({
        externalId: "found-1",
        title: "Sessione registrata",
        url: "https://bbb.test/presentation/1",
        minutes: 118,
        state: "UNPUBLISHED",
        retainUntil: new Date("2027-03-23T00:00:00Z"),
      }),
    ]);
    expect(server.recordings.find((one) => one.recordID === "found-1")?.state).toBe("unpublished");
    expect(await kindsOf(session.id)).toEqual(["sessions.recordingFound"]);
  });

  test("leaves out what is not served by https, and sessions that are long past or were not to be recorded", async () => {
    const insecure = await aHeld();
    const silent = await aHeld({ isRecorded: false });
    const old = await aHeld({ startsAt: new Date("2026-03-01T10:00:00Z") });
    for (const [index, { id }] of [insecure, silent, old].entries()) {
      const url = index === 0 ? "http://bbb.test/1" : "https://bbb.test/1";
      server.recordings.push({ recordID: `left-${index}`, meetingID: await roomOf(id), url });
    }
    await fetchAt(evening);
    expect(await db.sessionRecording.count({ where: { externalId: { startsWith: "left-" } } })).toBe(0);
  });

  test("fails as a job when the provider is away, and is tried again", async () => {
    await aHeld();
    server.fault = "500";
    await expect(fetchAt(evening)).rejects.toThrow("status");
  });
});

describe("publishing", () => {
  test("for the programme shows it to members alone, and to nobody once taken back", async () => {
    const { session, id, version } = await aFound("published-1", { audience: "PUBLIC" });
    await publishRecording(coordinator, { id, version, readers: "members" });
    expect(await listRecordings(pilot.staff, session.id)).toEqual([
      expect.objectContaining({ id, isOpen: false }),
    ]);
    expect(await listRecordings(visitor, session.id)).toEqual([]);
    expect(server.recordings.find((one) => one.recordID === "published-1")?.state).toBe("published");
    await unpublishRecording(coordinator, { id, version: version + 1 });
    expect(await listRecordings(pilot.staff, session.id)).toEqual([]);
    expect(server.recordings.find((one) => one.recordID === "published-1")?.state).toBe("unpublished");
    expect(await kindsOf(session.id)).toEqual([
      "sessions.recordingFound",
      "sessions.recordingPublished",
      "sessions.recordingUnpublished",
    ]);
  });

  test("for everybody asks for a session that is open to all", async () => {
    const open = await aFound("open-1", { audience: "PUBLIC" });
    await publishRecording(coordinator, { ...open, readers: "everybody" });
    expect(await listRecordings(visitor, open.session.id)).toHaveLength(1);
    const announced = await aFound("open-2", { audience: "ANNOUNCED" });
    await expect(publishRecording(coordinator, { ...announced, readers: "everybody" })).rejects.toThrow(
      "conference.sessionNotPublic",
    );
    expect((await rowOf(announced.id)).state).toBe("UNPUBLISHED");
  });

  test("at once by two has one winner", async () => {
    const { session } = await aFound("race-1");
    const { id, version } = await aRecording(session.id);
    const outcomes = await Promise.allSettled([
      publishRecording(coordinator, { id, version, readers: "members" }),
      publishRecording(coordinator, { id, version, readers: "members" }),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const published = await db.event.count({
      where: { subjectId: session.id, kind: "sessions.recordingPublished" },
    });
    expect(published).toBe(1);
  });

  test("from a form that is out of date is refused", async () => {
    const { session } = await aFound("stale-1");
    const { id, version } = await aRecording(session.id);
    await retainRecording(coordinator, { id, version, retainUntil: "2026-12-31" });
    await expect(publishRecording(coordinator, { id, version, readers: "members" })).rejects.toThrow(
      StaleError,
    );
  });

  test("with the provider away changes nothing; taking back hides it here at once and there later", async () => {
    const { session, id, version } = await aFound("away-1");
    server.fault = "down";
    await expect(publishRecording(coordinator, { id, version, readers: "members" })).rejects.toThrow(
      "conference.providerDown",
    );
    expect(await rowOf(id)).toMatchObject({ state: "UNPUBLISHED", version });
    server.fault = null;
    await publishRecording(coordinator, { id, version, readers: "members" });
    server.fault = "down";
    await unpublishRecording(coordinator, { id, version: version + 1 });
    expect(await listRecordings(pilot.staff, session.id)).toEqual([]);
    server.fault = null;
    const there = () => server.recordings.find((one) => one.recordID === "away-1")?.state;
    expect(there()).toBe("published");
    await fetchAt(evening);
    expect(there()).toBe("unpublished");
  });
});

describe("keeping", () => {
  test("a link added by hand is kept by the rules of the day, or as long as said", async () => {
    const session = await aHeld({ provider: "LINK", url: "https://stanza.test/1" });
    const link = { session: session.id, title: "Video", url: "https://video.test/1" };
    await addRecording(coordinator, link);
    await addRecording(coordinator, { ...link, title: "Breve", retainUntil: "2026-06-30" });
    const { recordings, defaultRetention } = await getRecordingsPage(
      coordinator,
      pilot.programme.slug,
      session.id,
    );
    expect(defaultRetention).toBe("2027-03-23");
    expect(
      recordings
        .map(({ title, retainUntil, isFromProvider }) => [title, retainUntil, isFromProvider])
        .toSorted(),
    ).toEqual([
      ["Breve", new Date("2026-06-30T00:00:00Z"), false],
      ["Video", new Date("2027-03-23T00:00:00Z"), false],
    ]);
    expect(await kindsOf(session.id)).toEqual(["sessions.recordingAdded", "sessions.recordingAdded"]);
  });

  test("until a day that is past, from a page out of date, or of a session to come, is refused", async () => {
    const session = await aHeld();
    const { id, version } = await aRecording(session.id);
    await expect(retainRecording(coordinator, { id, version, retainUntil: "2026-03-23" })).rejects.toThrow(
      "conference.retentionPast",
    );
    const old = { id, version: version + 7, retainUntil: "2026-12-31" };
    await expect(retainRecording(coordinator, old)).rejects.toThrow(StaleError);
    const link = { session: session.id, title: "Video", url: "https://video.test/1" };
    await expect(addRecording(later(pilot.coordinator, early), link)).rejects.toThrow(
      "conference.recordingTooEarly",
    );
  });

  test.each(["http://video.test/1", "javascript:alert(1)", "video.test/1", "ftp://video.test"])(
    "%s is no link of a recording",
    (url) => {
      const input = { session: crypto.randomUUID(), title: "Video", url };
      expect(addRecordingSchema.safeParse(input).error?.issues[0]?.message).toBe("conference.recordingLink");
    },
  );

  test("ends after its last day: removed at the provider, and said so here", async () => {
    const { session, id, version } = await aFound("kept-1");
    await publishRecording(coordinator, { id, version, readers: "members" });
    await retainRecording(coordinator, { id, version: version + 1, retainUntil: "2026-04-10" });
    expect(await kindsOf(session.id)).toContain("sessions.recordingRetained");
    // Rome's last day ends at 22:00 UTC.
    await expireAt(new Date("2026-04-10T21:59:00Z"));
    expect((await rowOf(id)).state).toBe("PUBLISHED");
    server.fault = "500";
    await expireAt(new Date("2026-04-10T22:00:00Z"));
    expect((await rowOf(id)).state).toBe("PUBLISHED");
    server.fault = null;
    await expireAt(new Date("2026-04-10T22:00:00Z"));
    expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "RETENTION", isOpen: false });
    expect(server.recordings.some((one) => one.recordID === "kept-1")).toBe(false);
    expect(await listRecordings(pilot.staff, session.id)).toEqual([]);
    const events = await db.event.count({
      where: { subjectId: session.id, kind: "sessions.recordingRemoved" },
    });
    await expireAt(new Date("2026-04-11T22:00:00Z"));
    expect(
      await db.event.count({ where: { subjectId: session.id, kind: "sessions.recordingRemoved" } }),
    ).toBe(events);
    expect(events).toBe(1);
  });

  test("ends by hand, here and at the provider", async () => {
    const { session, id, version } = await aFound("removed-1");
    await removeRecording(coordinator, { id, version });
    expect(server.recordings.some((one) => one.recordID === "removed-1")).toBe(false);
    expect(await kindsOf(session.id)).toEqual([
      "sessions.recordingFound",
      "sessions.recordingRemovalBegun",
      "sessions.recordingRemoved",
    ]);
    expect(await rowOf(id)).toMatchObject({ state: "REMOVED", removalReason: "BY_HAND" });
    await expect(
      publishRecording(coordinator, { id, version: version + 2, readers: "members" }),
    ).rejects.toThrow("conference.moveNotAllowed");
    await fetchAt(evening);
    expect(await db.sessionRecording.count({ where: { sessionId: session.id } })).toBe(1);
    const { recordings } = await getRecordingsPage(coordinator, pilot.programme.slug, session.id);
    expect(recordings).toEqual([expect.objectContaining({ state: "REMOVED", removedAt: evening })]);
  });
});

describe("denied", () => {
  let recording: { id: string; version: number };
  let sessionId: string;
  let stranger: Actor;
  beforeAll(async () => {
    sessionId = (await aHeld({ audience: "PUBLIC" })).id;
    recording = await aRecording(sessionId, { state: "PUBLISHED", publishedAt: over, isOpen: true });
    stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  });
  const link = () => ({ session: sessionId, title: "Video", url: "https://video.test/1" });

  denied("addRecording", "to an expert", () => addRecording(pilot.expert, link()));
  denied("addRecording", "to a visitor", () => addRecording(visitor, link()));
  denied("publishRecording", "to staff", () =>
    publishRecording(pilot.staff, { ...recording, readers: "members" }),
  );
  denied("unpublishRecording", "to an expert", () => unpublishRecording(pilot.expert, recording));
  denied("unpublishRecording", "to a coordinator elsewhere", () => unpublishRecording(stranger, recording));
  denied("retainRecording", "to the observer", () =>
    retainRecording(pilot.observer, { ...recording, retainUntil: "2026-12-31" }),
  );
  denied("removeRecording", "to a referent", () => removeRecording(pilot.referent, recording));
  denied("removeRecording", "to a visitor", () => removeRecording(visitor, recording));
});
