import "server-only";
import { createHash } from "node:crypto";
import type { BigBlueButtonServer } from "@/lib/platform/env";
import {
  type BbbAnswer,
  inAnswer,
  listIn,
  readAnswer,
} from "@/lib/sessions/conference/providers/big-blue-button-answer";
import {
  type ConferenceService,
  type FoundRecording,
  type MeetingService,
  ProviderError,
} from "@/lib/sessions/conference/providers/provider";
import { fetchText } from "@/lib/sessions/conference/providers/remote";

type Parameters = Record<string, string>;

/** BigBlueButton by its API: calls are addresses signed with the secret that it shares with the portal. */
export function bigBlueButton(server: BigBlueButtonServer, timeoutMs = 5_000): ConferenceService {
  const ask = (call: string, parameters: Parameters) => answerTo(server, { call, parameters, timeoutMs });
  return {
    // Of the same name twice is one meeting: the second call finds the first.
    async open(meeting) {
      await ask("create", {
        meetingID: meeting.roomKey,
        name: meeting.title,
        record: String(meeting.isRecorded),
        autoStartRecording: "false",
        allowStartStopRecording: String(meeting.isRecorded),
        muteOnStart: "true",
        guestPolicy: "ALWAYS_ACCEPT",
        logoutURL: meeting.returnTo,
      });
    },
    async addressFor(meeting, { id, name, isModerator }) {
      return addressOf(server, "join", {
        meetingID: meeting.roomKey,
        fullName: name,
        userID: id,
        role: isModerator ? "MODERATOR" : "VIEWER",
        redirect: "true",
      });
    },
    meetings: meetingsBy(ask),
  };
}

function meetingsBy(ask: (call: string, parameters: Parameters) => Promise<BbbAnswer>): MeetingService {
  return {
    async isRunning(roomKey) {
      return inAnswer(await ask("isMeetingRunning", { meetingID: roomKey }), "running") === "true";
    },
    async present(roomKey) {
      const answer = await unlessMissing(ask("getMeetingInfo", { meetingID: roomKey }));
      if (!answer || inAnswer(answer, "running") !== "true") return null;
      return listIn(answer, "attendees", "attendee").flatMap((one) => inAnswer(one, "userID") ?? []);
    },
    async end(roomKey) {
      await unlessMissing(ask("end", { meetingID: roomKey }));
    },
    async recordings(roomKeys) {
      const answer = await ask("getRecordings", { meetingID: roomKeys.join(","), state: "any" });
      return listIn(answer, "recordings", "recording").flatMap(recordingOf);
    },
    async publishRecording(externalId, isPublished) {
      await ask("publishRecordings", { recordID: externalId, publish: String(isPublished) });
    },
    async removeRecording(externalId) {
      await unlessMissing(ask("deleteRecordings", { recordID: externalId }));
    },
  };
}

/** The address of a call: its checksum is over the call's name, the query as it is sent, and the secret. */
function addressOf({ api, secret }: BigBlueButtonServer, call: string, parameters: Parameters): string {
  const query = new URLSearchParams(parameters).toString();
  const checksum = createHash("sha256").update(`${call}${query}${secret}`).digest("hex");
  return `${api}/${call}?${query}&checksum=${checksum}`;
}

async function answerTo(
  server: BigBlueButtonServer,
  { call, parameters, timeoutMs }: { call: string; parameters: Parameters; timeoutMs: number },
): Promise<BbbAnswer> {
  const answer = readAnswer(await fetchText(addressOf(server, call, parameters), timeoutMs));
  if (inAnswer(answer, "returncode") === "SUCCESS") return answer;
  const key = inAnswer(answer, "messageKey") ?? "no reason given";
  throw new ProviderError("refused", `${call}: ${key}`, { cause: key });
}

/** What is gone already need not be ended or removed. */
async function unlessMissing(answer: Promise<BbbAnswer>): Promise<BbbAnswer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderError && error.cause === "notFound") return null;
    throw error;
  }
}

function recordingOf(found: BbbAnswer): FoundRecording[] {
  const externalId = inAnswer(found, "recordID");
  const roomKey = inAnswer(found, "meetingID");
  const state = inAnswer(found, "state");
  // What is still being processed comes with a later call, what was deleted never.
  if (!externalId || !roomKey || (state !== "published" && state !== "unpublished")) return [];
  const formats = listIn(found, "playback", "format");
  const shown = formats.find((one) => inAnswer(one, "type") === "presentation") ?? formats[0];
  const started = Number(inAnswer(found, "startTime"));
  if (!shown || !Number.isSafeInteger(started) || started <= 0) return [];
  const url = inAnswer(shown, "url")?.trim() ?? "";
  const minutes = Number(inAnswer(shown, "length"));
  return [
    {
      externalId,
      roomKey,
      title: inAnswer(found, "name") ?? "",
      url: URL.canParse(url) && new URL(url).protocol === "https:" ? url : null,
      recordedAt: new Date(started),
      minutes: Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null,
      isPublished: state === "published",
    },
  ];
}
