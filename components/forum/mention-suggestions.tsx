"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { suggestionsFor, typedName } from "@/components/forum/suggesting";
import type { Suggestion } from "@/lib/forum/mentions/queries";

type Props = { targetId: string; slug: string; label: string; found: string };
type Open = { start: number; rows: Suggestion[]; active: number };

/** Names for "@" in a text area: arrows choose, Enter takes. Whoever types a name in full needs none of it. */
export function MentionSuggestions({ targetId, slug, label, found }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const names = useRef<Promise<Suggestion[]> | null>(null);
  const listId = `${targetId}-names`;

  const look = useEffectEvent(async (area: HTMLTextAreaElement) => {
    if (!typedName(area.value, area.selectionStart)) return setOpen(null);
    names.current ??= namesOf(slug);
    const all = await names.current;
    // The caret may have moved on while the names came.
    const typed = typedName(area.value, area.selectionStart);
    const rows = typed ? suggestionsFor(typed.name, all) : [];
    setOpen(typed && rows.length > 0 ? { start: typed.start, rows, active: 0 } : null);
  });
  const press = useEffectEvent((event: KeyboardEvent, area: HTMLTextAreaElement) => {
    if (!open || event.isComposing) return;
    const { rows, active } = open;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setOpen({ ...open, active: (active + step + rows.length) % rows.length });
    else if (event.key === "Escape") setOpen(null);
    else if (event.key === "Enter" || event.key === "Tab") take(area, rows[active]);
    else return;
    event.preventDefault();
  });
  const close = useEffectEvent(() => setOpen(null));

  function take(area: HTMLTextAreaElement, row: Suggestion | undefined) {
    if (!open || !row) return;
    area.setRangeText(`@${row.name} `, open.start, area.selectionStart, "end");
    setOpen(null);
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  useEffect(() => {
    const area = document.getElementById(targetId);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const typed = () => void look(area);
    const pressed = (event: KeyboardEvent) => press(event, area);
    const left = () => close();
    area.setAttribute("aria-autocomplete", "list");
    area.addEventListener("input", typed);
    area.addEventListener("keydown", pressed);
    area.addEventListener("blur", left);
    return () => {
      area.removeEventListener("input", typed);
      area.removeEventListener("keydown", pressed);
      area.removeEventListener("blur", left);
    };
  }, [targetId]);

  useEffect(() => {
    const area = document.getElementById(targetId);
    if (open) {
      area?.setAttribute("aria-controls", listId);
      area?.setAttribute("aria-activedescendant", `${listId}-${open.active}`);
    } else {
      area?.removeAttribute("aria-controls");
      area?.removeAttribute("aria-activedescendant");
    }
  }, [open, targetId, listId]);

  return (
    <div className="relative -mt-4">
      <p aria-live="polite" className="sr-only">
        {open ? found.replace("#", String(open.rows.length)) : ""}
      </p>
      {open ? (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="absolute inset-x-0 top-0 z-10 max-w-[26rem] rounded border border-edge bg-paper py-1 shadow-lg"
        >
          {open.rows.map((row, place) => (
            <div
              key={`${row.kind} ${row.name} ${row.part}`}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === open.active}
              // Before the text area loses its focus.
              onPointerDown={(event) => {
                event.preventDefault();
                const area = document.getElementById(targetId);
                if (area instanceof HTMLTextAreaElement) take(area, row);
              }}
              className={`cursor-pointer px-3 py-1.5 ${place === open.active ? "bg-tint text-link" : ""}`}
            >
              <span className="font-semibold">{row.name}</span>
              {row.part ? <span className="text-meta text-muted"> · {row.part}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

async function namesOf(slug: string): Promise<Suggestion[]> {
  try {
    const answer = await fetch(`/api/programmes/${slug}/mentionable`);
    if (!answer.ok) return [];
    return ((await answer.json()) as { mentionable: Suggestion[] }).mentionable;
  } catch {
    return [];
  }
}
