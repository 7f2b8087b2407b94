"use client";

import { useContext } from "react";
import { controlClass } from "@/components/form/field";
import { controlId, FormContext } from "@/components/form/form-context";
import { useTypedEarly } from "@/components/form/typed-early";
import { type ConflictTexts, NotesConflict } from "@/components/sessions/live/notes-conflict";
import type { NotesTexts, Theirs } from "@/components/sessions/live/notes-keeper";
import { useNotes } from "@/components/sessions/live/use-notes";
import { CircleAlert, CircleCheck } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";
import { stored } from "@/lib/sessions/live/writing/typing";

export type FieldTexts = NotesTexts &
  ConflictTexts & { short: string; label: string; hint: string; save: string; typing: string };

type Props = {
  address: string;
  item: string;
  title: string;
  storeKey: string;
  known: Theirs;
  /** the page as it is without what was typed */
  pageHref: string;
  rows: number;
  lang: string;
  texts: FieldTexts;
};

/** The notes of a point: saved while they are typed; without JavaScript by the button, in the form around. */
export function NotesField({ pageHref, rows, lang, texts, ...notes }: Props) {
  const form = useContext(FormContext);
  const id = controlId(form.id, "text");
  const typed = typedBefore(form, notes.known);
  const { text, theirs, message, failed, isDirty, version, change, add, send, settle } = useNotes({
    ...notes,
    typed,
    texts,
  });
  const area = useTypedEarly(id, add);
  return (
    <div className="space-y-2">
      <input type="hidden" name="version" value={version} />
      {theirs ? (
        <NotesConflict
          theirs={theirs}
          texts={texts}
          lang={lang}
          pageHref={pageHref}
          keepBelow={() => settle(theirs, [theirs.text, text].filter(Boolean).join("\n\n"))}
          keepTheirs={() => settle(theirs, theirs.text)}
          keepMine={() => settle(theirs, text)}
        />
      ) : null}
      <label htmlFor={id} className="block font-semibold text-meta">
        <span aria-hidden="true">{theirs ? texts.mine : texts.short}</span>
        <span className="sr-only">{texts.label}</span>
      </label>
      <textarea
        ref={area}
        id={id}
        name="text"
        lang={lang}
        rows={rows}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={() => send()}
        aria-describedby={`${id}-hint ${id}-state`}
        aria-invalid={form.errors.text ? true : undefined}
        className={controlClass(
          form.errors.text,
          "field-sizing-content max-h-[70vh] min-h-16 w-full leading-normal",
        )}
      />
      <p id={`${id}-hint`} className="sr-only">
        {texts.hint}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p id={`${id}-state`} className="flex min-w-0 flex-1 basis-56 items-start gap-1.5 text-meta">
          {failed ? <CircleAlert className="mt-px size-[1.125rem] shrink-0 text-late" /> : null}
          {!failed && !isDirty && version > 1 ? (
            <CircleCheck className="mt-px size-[1.125rem] shrink-0 text-approved" />
          ) : null}
          <span>
            <span role="status" className={failed ? "font-semibold text-late" : "text-muted"}>
              {message}
            </span>
            {isDirty && !failed ? (
              <span aria-hidden="true" className="text-muted">
                {" · "}
                {texts.typing}
              </span>
            ) : null}
          </span>
        </p>
        {theirs ? null : (
          <PushButton
            variant="plain"
            size={32}
            className="no-print max-sm:-ml-2.5"
            onClick={(event) => {
              event.preventDefault();
              send();
            }}
          >
            {texts.save}
          </PushButton>
        )}
      </div>
    </div>
  );
}

/** What a plain post brought back: with another version than is there now, somebody was first. */
function typedBefore(form: { refused: boolean; values: Record<string, string | string[]> }, known: Theirs) {
  const { text, version } = form.values;
  if (!form.refused || typeof text !== "string") return null;
  const isOther = version !== String(known.version) && stored(text) !== stored(known.text);
  return { text, theirs: isOther ? known : null };
}
