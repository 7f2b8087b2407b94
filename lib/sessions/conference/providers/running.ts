import "server-only";
import { LRUCache } from "lru-cache";
import type { ConferenceProvider } from "@/lib/platform/db/generated/enums";
import { log } from "@/lib/platform/log";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import { ProviderError } from "@/lib/sessions/conference/providers/provider";

/** What a provider says of a meeting: it runs, it does not, or there is no answer. */
export type MeetingState = "running" | "idle" | "down";

const keptForMs = 10_000;
const kept = new LRUCache<string, { at: number; state: Promise<MeetingState> }>({ max: 500 });

/**
 * The state of a meeting, asked once in ten seconds however many look; null where the provider tells nothing. A provider
 * that is away is not asked by every page either.
 */
export function meetingState(
  session: { provider: ConferenceProvider; roomKey: string },
  at: Date,
): Promise<MeetingState | null> {
  if (session.provider !== "BIGBLUEBUTTON") return Promise.resolve(null);
  const known = kept.get(session.roomKey);
  if (known && Math.abs(at.getTime() - known.at) < keptForMs) return known.state;
  const state = askFor(session);
  kept.set(session.roomKey, { at: at.getTime(), state });
  return state;
}

/** Forgets what was said of a meeting: after it was ended or somebody went in. */
export function forgetMeetingState(roomKey: string): void {
  kept.delete(roomKey);
}

async function askFor({
  provider,
  roomKey,
}: {
  provider: ConferenceProvider;
  roomKey: string;
}): Promise<MeetingState> {
  try {
    return (await serviceOf(provider).meetings?.isRunning(roomKey)) ? "running" : "idle";
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn({ err: error, provider }, "no state of a meeting");
    return "down";
  }
}
