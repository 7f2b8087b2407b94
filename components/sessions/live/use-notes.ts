import { useEffect, useRef, useState } from "react";
import {
  type Keeper,
  keeperOf,
  type NotesState,
  type NotesTexts,
  type Theirs,
} from "@/components/sessions/live/notes-keeper";
import { postNotes } from "@/components/sessions/live/notes-post";
import { type Draft, readDraft } from "@/lib/sessions/live/writing/typing";

export type NotesProps = {
  /** where notes go while they are typed */
  address: string;
  item: string;
  /** of the point: what is not kept yet can be told by it when the point is gone */
  title: string;
  /** names the browser's own copy */
  storeKey: string;
  known: Theirs;
  /** after a plain post was refused: what was typed, and what somebody else had saved */
  typed: { text: string; theirs: Theirs | null } | null;
  texts: NotesTexts;
};

/** Notes that are saved while they are typed (`notes-keeper.ts`), bound to the browser and to the life of a component. */
export function useNotes({ address, item, title, storeKey, known, typed, texts }: NotesProps) {
  const words = useRef(texts);
  const keeper = useRef<Keeper>(undefined);
  const show = useRef<(state: NotesState) => void>(undefined);
  keeper.current ??= keeperOf(
    {
      read: () => readDraft(read(storeKey)),
      write: (draft) => write(storeKey, draft && { ...draft, title }),
      post: (going) => postNotes(address, { item, ...going }),
      show: (next) => show.current?.(next),
      words: () => words.current,
    },
    known,
    typed,
  );
  const { send, change, add, settle, restore, renew, state: first } = keeper.current;
  const [state, setState] = useState(first);

  useEffect(() => {
    words.current = texts;
    renew(known);
  });

  useEffect(() => {
    show.current = setState;
    restore();
    const leave = () => {
      if (document.visibilityState === "hidden") void send({ isLeaving: true });
    };
    const back = () => void send();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", back);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", back);
      void send({ isLeaving: true });
    };
  }, [restore, send]);

  return { ...state, send, change, add, settle };
}

// A browser may have no store, or a full one: notes are then as safe as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Nothing is lost by it as long as the page stands.
  }
}
