import { type RefObject, useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";

/**
 * What was typed into a text area before the page's scripts ran. React puts the text that the page came with back when it
 * takes a text area over, and tells nobody of the other: whoever types into a page that is still loading would lose it.
 * @param take is given what was typed, once, after React has taken over
 * @returns the text area's reference
 */
export function useTypedEarly(
  id: string,
  take: (text: string) => void,
): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  // Only the first render over the server's page may look: a later one would find a form that was sent long ago.
  const isTakingOver = useSyncExternalStore(neverChanges, inBrowser, overServer);
  const early = useRef<string | null>(undefined);
  if (early.current === undefined) early.current = isTakingOver ? typedInto(id) : null;
  const hand = useEffectEvent(take);
  useEffect(() => {
    const typed = early.current;
    early.current = null;
    if (typeof typed === "string") hand(typed);
  }, []);
  return area;
}

function typedInto(id: string): string | null {
  if (typeof HTMLTextAreaElement === "undefined") return null;
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement && found.value !== found.defaultValue ? found.value : null;
}

const neverChanges = () => noListener;
const noListener = () => undefined;
const inBrowser = () => false;
const overServer = () => true;
