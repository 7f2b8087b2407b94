/** What the portal says to notes that were sent while they are typed; messages are in the reader's language. */
export type NotesAnswer =
  | { status: "kept"; version: number; message: string }
  | { status: "conflict"; version: number; text: string; message: string }
  | { status: "refused"; message: string };

/** Notes in the browser that the portal has not acknowledged. */
export type Draft = {
  text: string;
  /** the version that they go over */
  version: number;
  /** texts that were sent and had no answer: one of them may have been kept all the same */
  sent: string[];
  /** of the point, as it was called when this was typed */
  title?: string;
};

/** What the portal has. */
export type Known = { text: string; version: number };

/** As the portal stores it, so that the two can be compared. */
export function stored(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "").normalize("NFC").trim();
}

/**
 * What to do with notes that were left in the browser, once it is seen what the portal has: nothing is left of them; they go
 * over what is there, since nobody else wrote meanwhile; or somebody did.
 */
export function comparison(draft: Draft, known: Known): "same" | "ahead" | "conflict" {
  if (stored(draft.text) === stored(known.text)) return "same";
  if (draft.version === known.version) return "ahead";
  return draft.sent.some((text) => stored(text) === stored(known.text)) ? "ahead" : "conflict";
}

const mostSent = 5;

/** The draft with one more text that is on its way. */
export function sending(draft: Draft): Draft {
  return {
    ...draft,
    sent: [...draft.sent.filter((text) => text !== draft.text), draft.text].slice(-mostSent),
  };
}

/** A draft out of the browser's store; null for whatever else is there. */
export function readDraft(stored: string | null): Draft | null {
  try {
    const draft = JSON.parse(stored ?? "null") as Partial<Draft> | null;
    const isDraft =
      typeof draft?.text === "string" && Number.isInteger(draft.version) && Array.isArray(draft.sent);
    return isDraft ? (draft as Draft) : null;
  } catch {
    return null;
  }
}
