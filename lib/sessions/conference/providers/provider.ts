import "server-only";

/** What a provider has to know of a session. */
export type Meeting = {
  /** unguessable name of the room */
  roomKey: string;
  title: string;
  /** the link that was written on the session, for the provider that is a link */
  url: string | null;
  endsAt: Date;
  isRecorded: boolean;
  /** the page to come back to */
  returnTo: string;
};

/** Who goes in: `id` names the stay, so that the provider's list of those present leads back to the join log. */
export type Participant = { id: string; name: string; isModerator: boolean };

export type FoundRecording = {
  externalId: string;
  roomKey: string;
  title: string;
  /** null when it is not served by https */
  url: string | null;
  recordedAt: Date;
  minutes: number | null;
  isPublished: boolean;
};

/** What is asked of a provider that holds meetings of its own. No call is made inside a transaction: any may be slow. */
export type MeetingService = {
  isRunning(roomKey: string): Promise<boolean>;
  /** the stays of those who are in now; null when there is no meeting */
  present(roomKey: string): Promise<string[] | null>;
  end(roomKey: string): Promise<void>;
  recordings(roomKeys: readonly string[]): Promise<FoundRecording[]>;
  publishRecording(externalId: string, isPublished: boolean): Promise<void>;
  removeRecording(externalId: string): Promise<void>;
};

/** By what a webconference is held. */
export type ConferenceService = {
  /** makes the room ready, before somebody goes in */
  open(meeting: Meeting): Promise<void>;
  /** where this participant goes in: computed here, without asking anybody */
  addressFor(meeting: Meeting, participant: Participant, at: Date): Promise<string>;
  /** null: the provider tells nothing of its rooms */
  meetings: MeetingService | null;
};

/** Why a provider did not do what was asked: it is away, or it refuses. Its text goes into the log alone. */
export class ProviderError extends Error {
  constructor(
    readonly reason:
      | "timeout"
      | "unreachable"
      | "status"
      | "redirect"
      | "too-large"
      | "unreadable"
      | "refused",
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options);
    this.name = "ProviderError";
  }
}
