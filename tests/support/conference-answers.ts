// What BigBlueButton answers to the calls of its API, as XML.

export type JoinedPerson = { room: string; name: string; id: string; role: string };

export type ServedRecording = {
  recordID: string;
  meetingID: string;
  url: string;
  state?: "published" | "unpublished" | "processing";
  startTime?: Date;
  minutes?: number;
  name?: string;
};

/** What the server keeps of meetings, people and recordings. */
type Kept = { joined: JoinedPerson[]; recordings: ServedRecording[]; meetings: Map<string, URLSearchParams> };

export const answers: Record<string, (state: Kept, parameters: URLSearchParams) => string> = {
  create({ meetings }, parameters) {
    const id = parameters.get("meetingID") ?? "";
    if (id.length < 2) return failed("invalidMeetingId", "meetingID is missing");
    const isNew = !meetings.has(id);
    if (isNew) meetings.set(id, parameters);
    return succeeded(
      `<meetingID>${id}</meetingID><messageKey>${isNew ? "" : "duplicateWarning"}</messageKey><duration>0</duration>`,
    );
  },
  isMeetingRunning({ joined }, parameters) {
    return succeeded(`<running>${joined.some(({ room }) => room === parameters.get("meetingID"))}</running>`);
  },
  getMeetingInfo({ meetings, joined }, parameters) {
    const id = parameters.get("meetingID") ?? "";
    if (!meetings.has(id)) return failed("notFound", "A meeting with that ID does not exist");
    const present = joined.filter(({ room }) => room === id);
    const attendees = present.map(
      (one) =>
        `<attendee><userID>${one.id}</userID><fullName>${escaped(one.name)}</fullName><role>${one.role}</role></attendee>`,
    );
    return succeeded(`<running>${present.length > 0}</running><attendees>${attendees.join("")}</attendees>`);
  },
  end(state, parameters) {
    const id = parameters.get("meetingID") ?? "";
    if (!state.meetings.delete(id))
      return failed("notFound", "We could not find a meeting with that meeting ID");
    state.joined = state.joined.filter(({ room }) => room !== id);
    return succeeded("<messageKey>sentEndMeetingRequest</messageKey>");
  },
  getRecordings({ recordings }, parameters) {
    const wanted = (parameters.get("meetingID") ?? "").split(",");
    const found = recordings.filter(({ meetingID }) => wanted.includes(meetingID)).map(recordingXml);
    return succeeded(
      found.length > 0
        ? `<recordings>${found.join("")}</recordings>`
        : "<recordings></recordings><messageKey>noRecordings</messageKey>",
    );
  },
  publishRecordings({ recordings }, parameters) {
    const found = recordings.find(({ recordID }) => recordID === parameters.get("recordID"));
    if (!found) return failed("notFound", "We could not find recordings");
    found.state = parameters.get("publish") === "true" ? "published" : "unpublished";
    return succeeded(`<published>${parameters.get("publish")}</published>`);
  },
  deleteRecordings(state, parameters) {
    const left = state.recordings.filter(({ recordID }) => recordID !== parameters.get("recordID"));
    if (left.length === state.recordings.length) return failed("notFound", "We could not find recordings");
    state.recordings = left;
    return succeeded("<deleted>true</deleted>");
  },
};

function recordingXml(one: ServedRecording): string {
  const state = one.state ?? "published";
  const start = (one.startTime ?? new Date("2026-03-24T09:00:00Z")).getTime();
  return `<recording><recordID>${one.recordID}</recordID><meetingID>${one.meetingID}</meetingID>
    <name><![CDATA[${one.name ?? "Sessione & prova"}]]></name><published>${state === "published"}</published>
    <state>${state}</state><startTime>${start}</startTime><playback>
    <format><type>podcast</type><url>https://altrove.test/audio</url><length>1</length></format>
    <format><type>presentation</type><url> ${escaped(one.url)} </url><length>${one.minutes ?? 42}</length></format>
    </playback></recording>`;
}

function succeeded(content: string): string {
  return `<response><returncode>SUCCESS</returncode>${content}</response>`;
}

export function failed(messageKey: string, message: string): string {
  return `<response><returncode>FAILED</returncode><messageKey>${messageKey}</messageKey><message>${escaped(message)}</message></response>`;
}

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
