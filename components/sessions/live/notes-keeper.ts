import type { Failure, Outcome } from "@/components/sessions/live/notes-post";
import { comparison, type Draft, type Known, sending, stored } from "@/lib/sessions/live/writing/typing";

export type NotesTexts = Record<Failure | "passing" | "refused" | "restored" | "renewed", string>;

/** What the portal has, and who wrote it, in words. */
export type Theirs = Known & { message: string };

/** What the notes look like at this moment. */
export type NotesState = {
  text: string;
  /** the version that a plain post of the form goes over */
  version: number;
  theirs: Theirs | null;
  message: string;
  failed: boolean;
  isDirty: boolean;
};

/** The world around the notes: the browser's store, the portal, the clock. */
export type Around = {
  read(): Draft | null;
  write(draft: Draft | null): void;
  post(going: { text: string; version: number; isLeaving: boolean }): Promise<Outcome>;
  show(state: NotesState): void;
  words(): NotesTexts;
};

/** Why the notes are not kept, in words; null where they are, or somebody else's are in the way. */
export function faultOf(outcome: Outcome, words: NotesTexts): string | null {
  if (outcome.status === "passing") return words.passing;
  if (outcome.status === "failed") return words[outcome.why];
  if (outcome.status === "refused") return words.refused.replace("{message}", outcome.message);
  return null;
}

export type Keeper = ReturnType<typeof keeperOf>;

export const pauseMs = 1_200;
export const longestMs = 5_000;
export const againMs = 6_000;

/**
 * Keeps notes that are being typed. Each letter goes into the browser's own store, after a pause the text goes to the
 * portal, and only what the portal has acknowledged leaves the store. What somebody else wrote meanwhile is neither written
 * over nor taken for one's own.
 */
export function keeperOf(
  around: Around,
  made: Theirs,
  typed: { text: string; theirs: Theirs | null } | null,
) {
  let known: Known = made;
  let draft: Draft = { text: typed?.text ?? made.text, version: made.version, sent: [] };
  let theirs = typed?.theirs ?? null;
  let saying = { message: made.message, failed: false };
  let isUnderWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;

  const isSame = () => stored(draft.text) === stored(known.text);
  const state = (): NotesState => ({
    text: draft.text,
    version: theirs?.version ?? draft.version,
    theirs,
    ...saying,
    isDirty: !isSame(),
  });
  const show = () => around.show(state());
  const say = (message: string, failed = false) => {
    saying = { message, failed };
  };
  const keep = (next: Draft) => {
    draft = next;
    around.write(isSame() ? null : draft);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), ms);
  };

  /** Sends what is not kept yet; also from a page that is about to be left. */
  async function send({ isLeaving = false } = {}): Promise<void> {
    clearTimeout(timer);
    firstChange = undefined;
    const isOnItsWay = isUnderWay && (!isLeaving || draft.sent.at(-1) === draft.text);
    if (theirs || isSame() || isOnItsWay) return;
    isUnderWay = true;
    keep(sending(draft));
    const { text, version } = draft;
    const outcome = await around.post({ text, version, isLeaving });
    isUnderWay = false;
    learn(text, outcome);
    show();
  }

  function learn(text: string, outcome: Outcome): void {
    const fault = faultOf(outcome, around.words());
    if (fault !== null) {
      say(fault, true);
      // The network and a portal that is busy mend themselves; all else is for the person.
      if (outcome.status === "passing") later(Math.max(againMs, outcome.afterMs));
      return;
    }
    if (outcome.status === "kept") {
      known = { text, version: outcome.version };
      say(outcome.message);
    } else if (outcome.status === "conflict") {
      const { status: _, ...other } = outcome;
      if (comparison(draft, other) === "conflict") {
        theirs = other;
        say(other.message, true);
        return;
      }
      // One of our own texts, whose answer never came.
      known = other;
    }
    keep({ text: draft.text, version: known.version, sent: [] });
    if (!isSame()) later(pauseMs);
  }

  function change(text: string): void {
    keep({ ...draft, text });
    show();
    if (theirs) return;
    firstChange ??= Date.now();
    later(Math.max(0, Math.min(pauseMs, firstChange + longestMs - Date.now())));
  }

  /** Takes up what was typed while the page was loading: below what an earlier page had left, which nobody saw yet. */
  function add(text: string): void {
    change(isSame() ? text : `${draft.text}\n\n${text}`);
  }

  /** Goes on over what somebody else wrote, with this text. */
  function settle(other: Theirs, text: string): void {
    known = other;
    theirs = null;
    say(other.message);
    keep({ text, version: other.version, sent: [] });
    show();
    void send();
  }

  /** Takes up what an earlier page left in this browser. */
  function restore(): void {
    const left = around.read();
    if (!left) return;
    const found = comparison(left, known);
    if (found === "same") {
      around.write(null);
      return;
    }
    draft = { ...left, version: found === "ahead" ? known.version : left.version };
    say(around.words().restored);
    if (found === "conflict") theirs = { ...known, message: made.message };
    show();
    void send();
  }

  /** The page was made anew: what others wrote is taken over where nothing of one's own waits. */
  function renew(now: Theirs): void {
    if (now.version <= known.version || theirs || isUnderWay || !isSame()) return;
    known = now;
    keep({ text: now.text, version: now.version, sent: [] });
    say(around.words().renewed.replace("{message}", now.message));
    show();
  }

  return { state, send, change, add, settle, restore, renew };
}
