import "server-only";
import { SignJWT } from "jose";
import type { JitsiServer } from "@/lib/platform/env";
import type { ConferenceService, Meeting, Participant } from "@/lib/sessions/conference/providers/provider";

/** Clocks of two machines differ. */
const leewaySeconds = 60;
/** Whoever loses the line towards the end comes in again with the same token. */
const overtimeSeconds = 30 * 60;

/** Jitsi Meet with tokens (prosody's `token` authentication). */
export function jitsi(server: JitsiServer): ConferenceService {
  return {
    async open() {
      // There as soon as somebody goes in.
    },
    async addressFor(meeting, participant, at) {
      return `${server.origin}/${meeting.roomKey}?jwt=${await token(server, { meeting, participant, at })}`;
    },
    meetings: null,
  };
}

function token(
  { domain, appId, secret }: JitsiServer,
  { meeting, participant, at }: { meeting: Meeting; participant: Participant; at: Date },
): Promise<string> {
  const { id, name, isModerator } = participant;
  const now = Math.floor(at.getTime() / 1_000);
  const end = Math.floor(meeting.endsAt.getTime() / 1_000);
  return new SignJWT({
    room: meeting.roomKey,
    // Servers read the one or the other, by their plug-ins.
    moderator: isModerator,
    context: { user: { id, name, moderator: isModerator, affiliation: isModerator ? "owner" : "member" } },
  })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setAudience("jitsi")
    .setIssuer(appId)
    .setSubject(domain)
    .setIssuedAt(now)
    .setNotBefore(now - leewaySeconds)
    .setExpirationTime(end + overtimeSeconds)
    .sign(new TextEncoder().encode(secret));
}
