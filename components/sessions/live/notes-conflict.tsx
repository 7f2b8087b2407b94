"use client";

import type { MouseEvent } from "react";
import type { Theirs } from "@/components/sessions/live/notes-keeper";
import { TriangleAlert } from "@/components/ui/icons";
import { PushButton } from "@/components/ui/push-button";

export type ConflictTexts = {
  conflict: string;
  conflictText: string;
  theirText: string;
  theirEmpty: string;
  mine: string;
  below: string;
  theirsKeep: string;
  over: string;
  overHint: string;
};

type Props = {
  theirs: Theirs;
  texts: ConflictTexts;
  lang: string;
  /** leaves one's own text: a link, so that it works without JavaScript too */
  pageHref: string;
  keepBelow: () => void;
  keepTheirs: () => void;
  keepMine: () => void;
};

/** Somebody else saved the same notes: who and when, the other text, and three ways on. Nothing was written over. */
export function NotesConflict({ theirs, texts, lang, pageHref, keepBelow, keepTheirs, keepMine }: Props) {
  const instead = (act: () => void) => (event: MouseEvent) => {
    event.preventDefault();
    act();
  };
  return (
    <div className="space-y-3 rounded border border-correct/40 border-l-4 border-l-correct bg-paper p-4">
      <p className="flex items-start gap-2 font-semibold">
        <TriangleAlert className="mt-0.5 size-5 shrink-0 text-correct" />
        <span>{texts.conflict}</span>
      </p>
      <p className="measure">
        {theirs.message} {texts.conflictText}
      </p>
      <blockquote aria-label={texts.theirText} className="border-hairline border-l-4 pl-4">
        {theirs.text ? (
          <p lang={lang} className="measure whitespace-pre-line">
            {theirs.text}
          </p>
        ) : (
          <p className="text-muted">{texts.theirEmpty}</p>
        )}
      </blockquote>
      <p className="text-meta text-muted">{texts.overHint}</p>
      <div className="no-print flex flex-wrap items-center gap-3">
        <PushButton name="how" value="below" size={40} onClick={instead(keepBelow)}>
          {texts.below}
        </PushButton>
        <PushButton name="how" value="over" size={40} variant="outline" onClick={instead(keepMine)}>
          {texts.over}
        </PushButton>
        <a href={pageHref} onClick={instead(keepTheirs)} className="py-1 font-semibold">
          {texts.theirsKeep}
        </a>
      </div>
    </div>
  );
}
