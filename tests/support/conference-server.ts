import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answers, escaped, failed, type JoinedPerson, type ServedRecording } from "./conference-answers";

/** What is wrong with the server: it never answers, it breaks off in its XML, fails, sends on elsewhere, or never ends. */
export type Fault = "slow" | "broken" | "500" | "redirect" | "huge" | "entities" | "down";

/** A server for webconferences as the portal meets it: BigBlueButton's API below /bigbluebutton/api, Jitsi's rooms at the root. */
export type ConferenceServer = {
  url: string;
  /** settings of a portal that uses it */
  settings: ReturnType<typeof conferenceSettings>;
  /** calls that were signed rightly, in their order: "create", "isMeetingRunning", … */
  calls: { name: string; query: URLSearchParams }[];
  /** calls and tokens that were not */
  refused: string[];
  joined: JoinedPerson[];
  recordings: ServedRecording[];
  /** meetings by their identifier, with the parameters of their creation */
  meetings: Map<string, URLSearchParams>;
  fault: Fault | null;
  /** happens between a call and its answer */
  meanwhile: (() => Promise<unknown>) | null;
  /** somebody leaves a meeting of BigBlueButton */
  leave(id: string): void;
  stop(): Promise<void>;
};

export const bbbSecret = "nJ4q8ZxT2vRk7LmW0sYb5HcD1fGp9Ua3";
export const jitsiApp = { id: "sperimenta", secret: "Qw7zX1cV9bN3mL5kJ2hG8fD4sA6pO0iU" };

/** Settings of a portal that uses the server at this host. */
export function conferenceSettings(host: string) {
  return {
    BBB_URL: `http://${host}/bigbluebutton/`,
    BBB_SECRET: bbbSecret,
    JITSI_DOMAIN: host,
    JITSI_APP_ID: jitsiApp.id,
    JITSI_APP_SECRET: jitsiApp.secret,
  };
}

/** Starts the server on a port that is free, or on the given one. */
export async function startConferenceServer(port = 0): Promise<ConferenceServer> {
  const state: Omit<ConferenceServer, "url" | "settings" | "stop" | "leave"> = {
    calls: [],
    refused: [],
    joined: [],
    recordings: [],
    meetings: new Map(),
    fault: null,
    meanwhile: null,
  };
  const server = createServer(async (request, response) => {
    await state.meanwhile?.();
    answer(state, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    url: `http://${host}`,
    settings: conferenceSettings(host),
    leave(id: string) {
      state.joined = state.joined.filter((one) => one.id !== id);
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

type State = Omit<ConferenceServer, "url" | "settings" | "stop" | "leave">;

function answer(state: State, request: IncomingMessage, response: ServerResponse): void {
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const call = /^\/bigbluebutton\/api\/(\w+)$/.exec(path)?.[1];
  if (failing(state, response)) return;
  if (!call) {
    enterJitsi(state, response, { room: path.slice(1), query: new URLSearchParams(query) });
    return;
  }
  const signed = withoutChecksum(query);
  if (!signed || sha256(`${call}${signed.rest}${bbbSecret}`) !== signed.checksum) {
    state.refused.push(`${call}?${query}`);
    sendXml(response, failed("checksumError", "You did not pass the checksum security check"));
    return;
  }
  const parameters = new URLSearchParams(signed.rest);
  state.calls.push({ name: call, query: parameters });
  if (call === "join") enterBigBlueButton(state, response, parameters);
  else sendXml(response, answers[call]?.(state, parameters) ?? failed("unsupportedRequest", call));
}

function failing(state: State, response: ServerResponse): boolean {
  switch (state.fault) {
    case "slow":
      return true;
    case "down":
      response.destroy();
      return true;
    case "broken":
      sendXml(response, "<response><returncode>SUCCESS</returncode>");
      return true;
    case "entities":
      sendXml(
        response,
        '<!DOCTYPE r [<!ENTITY a "SUCCESS">]><response><returncode>&a;</returncode></response>',
      );
      return true;
    case "500":
      response.writeHead(500).end("<html>Internal Server Error</html>");
      return true;
    case "redirect":
      response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data" }).end();
      return true;
    case "huge":
      response.writeHead(200);
      pourOut(response);
      return true;
    default:
      return false;
  }
}

function pourOut(response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, " ");
  const pour = () => {
    while (!response.destroyed && response.write(chunk)) {
      // As long as it is taken.
    }
  };
  response.on("drain", pour);
  pour();
}

/** BigBlueButton signs the query as it came, in its order, with the checksum taken out wherever it stands. */
function withoutChecksum(query: string): { rest: string; checksum: string } | null {
  const parts = query.split("&");
  const checksum = parts.find((part) => part.startsWith("checksum="))?.slice("checksum=".length);
  const rest = parts.filter((part) => !part.startsWith("checksum=")).join("&");
  return checksum ? { rest, checksum } : null;
}

function enterBigBlueButton(state: State, response: ServerResponse, parameters: URLSearchParams): void {
  const room = parameters.get("meetingID") ?? "";
  if (!state.meetings.has(room)) {
    sendXml(response, failed("invalidMeetingIdentifier", "The meeting ID that you supplied did not match"));
    return;
  }
  const person = {
    room,
    name: parameters.get("fullName") ?? "",
    id: parameters.get("userID") ?? "",
    role: parameters.get("role") ?? "",
  };
  state.joined = [...state.joined.filter(({ id }) => id !== person.id), person];
  sendRoom(response, person);
}

/** What a token of Jitsi has to say: made by hand, so that it does not rest on the library that made it. */
function enterJitsi(
  state: State,
  response: ServerResponse,
  { room, query }: { room: string; query: URLSearchParams },
): void {
  const claims = claimsOf(query.get("jwt") ?? "", String(response.req.headers.host ?? ""));
  if (!claims || claims.room !== room) {
    state.refused.push(`jitsi ${room}`);
    response.writeHead(403, { "Content-Type": "text/html" }).end("<title>Not allowed</title>");
    return;
  }
  const { id, name, moderator } = claims.context.user;
  const person = { room, name, id, role: moderator ? "MODERATOR" : "VIEWER" };
  state.joined = [...state.joined, person];
  sendRoom(response, person);
}

export type JitsiClaims = {
  aud: string;
  iss: string;
  sub: string;
  room: string;
  nbf: number;
  exp: number;
  context: { user: { id: string; name: string; moderator: boolean; affiliation: string } };
};

/** The claims of a token that is signed with the app's secret and speaks of this server; null for any other. */
export function claimsOf(token: string, host: string): JitsiClaims | null {
  const [head = "", body = "", given = ""] = token.split(".");
  const expected = createHmac("sha256", jitsiApp.secret).update(`${head}.${body}`).digest();
  const signature = Buffer.from(given, "base64url");
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  const header = JSON.parse(Buffer.from(head, "base64url").toString()) as { alg: string };
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as JitsiClaims;
  const isOurs =
    claims.aud === "jitsi" && claims.iss === jitsiApp.id && claims.sub === host.replace(/:\d+$/, "");
  return header.alg === "HS256" && isOurs && claims.exp > claims.nbf ? claims : null;
}

function sendRoom(response: ServerResponse, { name, role }: JoinedPerson): void {
  response
    .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><html lang="it"><link rel="icon" href="data:,"><title>Stanza</title><h1>${escaped(name)}</h1><p>${role}</p></html>`,
    );
}

function sendXml(response: ServerResponse, xml: string): void {
  response.writeHead(200, { "Content-Type": "text/xml;charset=UTF-8" }).end(xml);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
