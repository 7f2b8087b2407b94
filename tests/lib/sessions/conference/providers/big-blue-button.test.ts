import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "@/lib/platform/env";
import { bigBlueButton } from "@/lib/sessions/conference/providers/big-blue-button";
import { type ConferenceService, ProviderError } from "@/lib/sessions/conference/providers/provider";
import { type ConferenceServer, type Fault, startConferenceServer } from "@/tests/support/conference-server";
import { moment } from "@/tests/support/factories";

let server: ConferenceServer;
let service: ConferenceService;
/** the same, which waits for no answer */
let hasty: ConferenceService;

const room = "8e0f3c1a-5b7d-4c2e-9f10-2a3b4c5d6e7f";
const meeting = {
  roomKey: room,
  title: "2ª sessione: criticità & tempi <prova>",
  url: null,
  endsAt: new Date("2026-03-23T11:00:00Z"),
  isRecorded: true,
  returnTo: "https://portale.test/programmi/camere/incontri/1",
};
const speaker = { id: "stay-1", name: "Ada Ginestrelli, d’Argenta", isModerator: true };

beforeAll(async () => {
  server = await startConferenceServer();
  const { bigBlueButton: settings } = readSettings(server.settings);
  if (!settings) throw new Error("the settings name no server");
  service = bigBlueButton(settings);
  hasty = bigBlueButton(settings, 100);
});
afterAll(() => server.stop());
afterEach(() => {
  server.fault = null;
  server.refused.length = 0;
});

const meetings = () => service.meetings ?? expect.unreachable("BigBlueButton has meetings");
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "nothing went wrong",
    (error: unknown) => (error instanceof ProviderError ? error.reason : error),
  );

describe("BigBlueButton", () => {
  test("is told of the room once, however often it is opened", async () => {
    await service.open(meeting);
    await service.open(meeting);
    expect(server.meetings.size).toBe(1);
    const created = server.meetings.get(room);
    expect(Object.fromEntries(created ?? [])).toMatchObject({
      name: meeting.title,
      record: "true",
      autoStartRecording: "false",
      logoutURL: meeting.returnTo,
    });
    expect(server.refused).toEqual([]);
  });

  test("lets people in by role, under their name, and tells who is there until the end", async () => {
    await service.open(meeting);
    expect(await meetings().isRunning(room)).toBe(false);
    const address = await service.addressFor(meeting, speaker, moment);
    const other = { id: "stay-2", name: "Ospite", isModerator: false };
    await fetch(address);
    await fetch(await service.addressFor(meeting, other, moment));
    expect(server.joined).toEqual([
      { room, id: "stay-1", name: speaker.name, role: "MODERATOR" },
      { room, id: "stay-2", name: "Ospite", role: "VIEWER" },
    ]);
    expect(await meetings().isRunning(room)).toBe(true);
    expect(await meetings().present(room)).toEqual(["stay-1", "stay-2"]);
    server.leave("stay-2");
    expect(await meetings().present(room)).toEqual(["stay-1"]);
    await meetings().end(room);
    expect(await meetings().isRunning(room)).toBe(false);
    expect(await meetings().present(room)).toBeNull();
    await meetings().end(room);
    expect(server.refused).toEqual([]);
  });

  test("an address that was changed lets nobody in", async () => {
    const address = await service.addressFor(meeting, { ...speaker, isModerator: false }, moment);
    const answer = await fetch(address.replace("role=VIEWER", "role=MODERATOR"));
    expect(await answer.text()).toContain("checksumError");
    expect(server.joined).toEqual([]);
  });

  test("tells of recordings that are ready, with the link that is shown and no other than https", async () => {
    server.recordings = [
      {
        recordID: "r1",
        meetingID: room,
        url: "https://bbb.test/play?a=1&b=2",
        minutes: 61,
        state: "unpublished",
      },
      { recordID: "r2", meetingID: room, url: "http://bbb.test/insecure" },
      { recordID: "r3", meetingID: room, url: "https://bbb.test/later", state: "processing" },
      { recordID: "r4", meetingID: "another", url: "https://bbb.test/another" },
    ];
    expect(await meetings().recordings([room, "none"])).toEqual([
      {
        externalId: "r1",
        roomKey: room,
        title: "Sessione & prova",
        url: "https://bbb.test/play?a=1&b=2",
        recordedAt: new Date("2026-03-24T09:00:00Z"),
        minutes: 61,
        isPublished: false,
      },
      expect.objectContaining({ externalId: "r2", url: null, isPublished: true }),
    ]);
    expect(await meetings().recordings(["none"])).toEqual([]);
  });

  test("publishes, takes back and deletes; what is gone already is no fault", async () => {
    server.recordings = [
      { recordID: "r1", meetingID: room, url: "https://bbb.test/1", state: "unpublished" },
    ];
    await meetings().publishRecording("r1", true);
    expect(server.recordings[0]?.state).toBe("published");
    await meetings().publishRecording("r1", false);
    expect(server.recordings[0]?.state).toBe("unpublished");
    await meetings().removeRecording("r1");
    expect(server.recordings).toEqual([]);
    await meetings().removeRecording("r1");
    expect(await reasonOf(meetings().publishRecording("r1", true))).toBe("refused");
  });

  test("refuses who does not share its secret, and so does the portal say", async () => {
    const { bigBlueButton: settings } = readSettings({
      ...server.settings,
      BBB_SECRET: "another secret of 1234567890",
    });
    const stranger = bigBlueButton(settings ?? expect.unreachable());
    await expect(stranger.open(meeting)).rejects.toThrow("refused: create: checksumError");
    expect(server.refused).toHaveLength(1);
  });

  test.each<[Fault, string]>([
    ["slow", "timeout"],
    ["down", "unreachable"],
    ["broken", "unreadable"],
    ["entities", "unreadable"],
    ["500", "status"],
    ["redirect", "redirect"],
    ["huge", "too-large"],
  ])("that is %s is told apart as %s", async (fault, reason) => {
    server.fault = fault;
    const asked = fault === "slow" ? hasty : service;
    expect(await reasonOf(asked.open(meeting))).toBe(reason);
    expect(await reasonOf(asked.meetings?.isRunning(room) ?? Promise.resolve())).toBe(reason);
  });

  test("what goes wrong says nothing of the signed address", async () => {
    server.fault = "down";
    const error = await service.open(meeting).catch((one: unknown) => one);
    expect(JSON.stringify([String(error), (error as Error).stack])).not.toMatch(/checksum|meetingID/);
  });
});
