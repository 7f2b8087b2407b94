import "server-only";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import { type MeetingService, ProviderError } from "@/lib/sessions/conference/providers/provider";

/** A recording by its name at the provider; null for a link that was added by hand. */
type Kept = { id: string; externalId: string | null };

/**
 * Does something with a recording at its provider; nothing for a link that was added by hand.
 * @throws DomainError "conference.providerDown" when it was not done there
 */
export async function atProvider(
  { id, externalId }: Kept,
  act: (meetings: MeetingService, externalId: string) => Promise<void>,
): Promise<void> {
  if (externalId === null) return;
  try {
    // What was found at a provider is that provider's, whatever the session uses by now.
    const { meetings } = serviceOf("BIGBLUEBUTTON");
    if (meetings) await act(meetings, externalId);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn({ err: error, recording: id }, "recording not changed at its provider");
    throw new DomainError("conference.providerDown", {}, undefined, { cause: error });
  }
}

/** Removes a recording at its provider. @returns whether it is gone there, also since before */
export async function isGoneAtProvider(recording: Kept): Promise<boolean> {
  try {
    await atProvider(recording, (meetings, externalId) => meetings.removeRecording(externalId));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
