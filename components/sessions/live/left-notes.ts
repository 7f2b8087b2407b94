import type { Outcome } from "@/components/sessions/live/notes-post";
import { readDraft, stored } from "@/lib/sessions/live/writing/typing";

/** Whose notes of which session: a browser's own copies are one person's. */
type Whose = { session: string; reader: string };

/** Unsaved notes whose point is not on the page any more. */
export type LeftNotes = { key: string; item: string; title: string; text: string };

/** The name of the browser's own copy of a point's notes. */
export function notesKey({ session, reader }: Whose, item: string): string {
  return `sperimenta:notes:${session}:${item}:${reader}`;
}

/** What this browser still holds of points that have been taken off the agenda; empty texts are nobody's loss. */
export function leftNotes(
  store: Pick<Storage, "length" | "key" | "getItem">,
  whose: Whose,
  shown: readonly string[],
): LeftNotes[] {
  const [before = "", after = ""] = notesKey(whose, "*").split("*");
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  return keys
    .filter((key) => key.startsWith(before) && key.endsWith(after))
    .flatMap((key) => {
      const item = key.slice(before.length, key.length - after.length);
      const draft = shown.includes(item) ? null : readDraft(store.getItem(key));
      const isText = draft !== null && stored(draft.text) !== "";
      return isText ? [{ key, item, title: draft.title ?? "", text: draft.text }] : [];
    })
    .toSorted((a, b) => a.item.localeCompare(b.item));
}

/**
 * Puts a text below other notes, whoever wrote them meanwhile: below takes nothing from anybody. What is there already, its
 * answer lost, is not put there twice.
 */
export async function putBelow(
  post: (going: { text: string; version: number }) => Promise<Outcome>,
  text: string,
  version: number,
): Promise<Outcome> {
  const first = await post({ text, version });
  if (first.status !== "conflict") return first;
  if (stored(first.text).endsWith(stored(text))) return { ...first, status: "kept" };
  return post({ text, version: first.version });
}
