"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { controlClass } from "@/components/form/field";
import { type LeftNotes, leftNotes, putBelow } from "@/components/sessions/live/left-notes";
import { faultOf, type NotesTexts } from "@/components/sessions/live/notes-keeper";
import { postNotes } from "@/components/sessions/live/notes-post";
import { PushButton } from "@/components/ui/push-button";

export type RemovedTexts = NotesTexts &
  Record<
    "removed" | "removedText" | "untitled" | "copy" | "copied" | "move" | "moved" | "drop" | "dropNote",
    string
  >;

type Props = {
  session: string;
  reader: string;
  address: string;
  /** the points that have a box of their own */
  items: string[];
  /** the version of the general notes; null where nothing is written any more */
  openingVersion: number | null;
  lang: string;
  texts: RemovedTexts;
};

/** Notes that were not saved when their point was taken off the agenda: to be copied, put into the general notes, or dropped. */
export function RemovedNotes({ session, reader, address, items, openingVersion, lang, texts }: Props) {
  const router = useRouter();
  const id = useId();
  const [left, setLeft] = useState<LeftNotes[]>([]);
  const [said, setSaid] = useState("");
  const shown = items.join(" ");
  useEffect(() => {
    const look = () => setLeft(storedNotes({ session, reader }, shown.split(" ")));
    look();
    window.addEventListener("storage", look);
    return () => window.removeEventListener("storage", look);
  }, [session, reader, shown]);

  const forget = ({ key }: LeftNotes, message: string) => {
    localStorage.removeItem(key);
    setLeft((all) => all.filter((one) => one.key !== key));
    setSaid(message);
  };
  const copy = async ({ text }: LeftNotes, field: HTMLTextAreaElement | null) => {
    field?.select();
    // Without the right to the clipboard the text stands selected.
    await navigator.clipboard?.writeText(text).then(
      () => setSaid(texts.copied),
      () => undefined,
    );
  };
  const move = async (notes: LeftNotes, version: number) => {
    const whole = [notes.title, notes.text].filter(Boolean).join("\n\n");
    const send = (going: { text: string; version: number }) =>
      postNotes(address, { item: "opening", how: "below", ...going });
    const fault = faultOf(await putBelow(send, whole, version), texts);
    if (fault !== null) return setSaid(fault);
    forget(notes, texts.moved);
    router.refresh();
  };

  return (
    <>
      {left.map((one) => {
        const field = `${id}-${one.item}`;
        return (
          <div key={one.key} className="space-y-3 rounded border border-correct/40 border-l-4 bg-paper p-4">
            <label htmlFor={field} className="block font-semibold">
              {texts.removed.replace("{title}", one.title || texts.untitled)}
            </label>
            <p className="measure text-meta">{texts.removedText}</p>
            <textarea
              id={field}
              lang={lang}
              readOnly
              rows={3}
              value={one.text}
              className={controlClass(undefined, "field-sizing-content max-h-[50vh] w-full leading-normal")}
            />
            <div className="no-print flex flex-wrap items-start gap-3">
              {openingVersion === null ? null : (
                <PushButton type="button" size={40} onClick={() => void move(one, openingVersion)}>
                  {texts.move}
                </PushButton>
              )}
              <PushButton
                type="button"
                size={40}
                variant="outline"
                onClick={() => void copy(one, document.querySelector(`#${CSS.escape(field)}`))}
              >
                {texts.copy}
              </PushButton>
              <details>
                <summary className="cursor-pointer py-2 font-semibold text-late">{texts.drop}</summary>
                <p className="my-2">{texts.dropNote}</p>
                <PushButton type="button" size={40} variant="danger" onClick={() => forget(one, "")}>
                  {texts.drop}
                </PushButton>
              </details>
            </div>
          </div>
        );
      })}
      <p role="status">{said}</p>
    </>
  );
}

// A browser may have no store: then nothing was left in it.
function storedNotes(whose: { session: string; reader: string }, shown: string[]): LeftNotes[] {
  try {
    return leftNotes(localStorage, whose, shown);
  } catch {
    return [];
  }
}
