import type { ConferenceProvider, SessionMode, SessionState } from "@/lib/platform/db/generated/enums";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import type { ConferenceInput } from "@/lib/sessions/conference/schema";
import { isRoomOpen, roomOpensAt } from "@/lib/sessions/lifecycle";

/** The columns of a session that say how one comes into its room. */
export const roomSelect = {
  provider: true,
  url: true,
  doorsMinutes: true,
  isRecorded: true,
  fallbackUrl: true,
  fallbackPhone: true,
} as const;

type Room = { mode: SessionMode; provider: ConferenceProvider; url: string | null };
type Doors = { state: SessionState; startsAt: Date; endsAt: Date; doorsMinutes: number };

/** The doors of a room: before their opening, open, after the end. */
export type Door = { state: "early" | "open" | "over"; opensAt: Date };

/** Whether a session is to have a room and nobody said where: only a link can be missing. */
export function lacksRoom({ mode, provider, url }: Room): boolean {
  return mode !== "IN_PERSON" && provider === "LINK" && !url;
}

/** The doors of a session's room; null where there is no room, or no session any more. */
export function doorOf(session: Room & Doors, at: Date): Door | null {
  if (session.mode === "IN_PERSON" || lacksRoom(session)) return null;
  if (session.state !== "CONVENED" && session.state !== "CLOSED") return null;
  const opensAt = roomOpensAt(session);
  if (isRoomOpen(session, at)) return { state: "open", opensAt };
  return { state: session.state === "CONVENED" && at < opensAt ? "early" : "over", opensAt };
}

/** The providers that a session may use: any link always, the others where the portal's settings name them. */
export function configuredProviders(): ConferenceProvider[] {
  const { jitsi, bigBlueButton } = env();
  return [
    "LINK",
    ...(jitsi ? (["JITSI"] as const) : []),
    ...(bigBlueButton ? (["BIGBLUEBUTTON"] as const) : []),
  ];
}

/** What the form says of the room, as columns. */
export function conferenceColumns(input: ConferenceInput) {
  if (!configuredProviders().includes(input.provider)) {
    throw new DomainError("conference.providerNotConfigured", {}, "provider");
  }
  return {
    provider: input.provider,
    url: input.url ?? null,
    doorsMinutes: input.doorsMinutes,
    // Only BigBlueButton is told; of other rooms the portal does not know.
    isRecorded: input.provider === "BIGBLUEBUTTON" && input.isRecorded,
    fallbackUrl: input.fallbackUrl ?? null,
    fallbackPhone: input.fallbackPhone ?? null,
  };
}

type Columns = ReturnType<typeof conferenceColumns>;

/** The columns as the form shows them. */
export function conferenceValues(row: Columns): Record<keyof Columns, string> {
  return {
    provider: row.provider,
    url: row.url ?? "",
    doorsMinutes: String(row.doorsMinutes),
    isRecorded: row.isRecorded ? "on" : "",
    fallbackUrl: row.fallbackUrl ?? "",
    fallbackPhone: row.fallbackPhone ?? "",
  };
}
