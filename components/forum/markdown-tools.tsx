"use client";

import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Bold, Italic, Link, List, TextQuote } from "@/components/ui/icons";

type Tool = "bold" | "italic" | "list" | "quote" | "link";
type Props = { targetId: string; label: string; names: Record<Tool, string> };

const icons: Record<Tool, ReactNode> = {
  bold: <Bold />,
  italic: <Italic />,
  list: <List />,
  quote: <TextQuote />,
  link: <Link />,
};
const tools = Object.keys(icons) as Tool[];

const written: Record<Tool, (text: string) => string> = {
  bold: (text) => `**${text}**`,
  italic: (text) => `*${text}*`,
  list: (text) => eachLine(text, "- "),
  quote: (text) => eachLine(text, "> "),
  link: (text) => `[${text}](https://)`,
};

/** Marks for the selected text of a text area; there only where a script runs. Also puts quotations into a text under way. */
export function MarkdownTools({ targetId, label, names }: Props) {
  const runs = useSyncExternalStore(neverChanges, inBrowser, onServer);
  useEffect(() => {
    const quote = (event: MouseEvent) => quoteInto(event, targetId);
    document.addEventListener("click", quote, true);
    return () => document.removeEventListener("click", quote, true);
  }, [targetId]);
  if (!runs) return null;
  return (
    <fieldset className="mb-1.5 flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {tools.map((tool) => (
        <button
          key={tool}
          type="button"
          title={names[tool]}
          aria-label={names[tool]}
          onClick={() => mark(targetId, written[tool])}
          className="inline-flex size-9 items-center justify-center rounded text-muted hover:bg-tint hover:text-link [&_svg]:size-5"
        >
          {icons[tool]}
        </button>
      ))}
    </fieldset>
  );
}

const neverChanges = () => () => undefined;
const inBrowser = () => true;
const onServer = () => false;

function eachLine(text: string, sign: string): string {
  return text
    .split("\n")
    .map((line) => `${sign}${line}`)
    .join("\n");
}

function mark(targetId: string, write: (text: string) => string): void {
  const area = document.getElementById(targetId);
  if (!(area instanceof HTMLTextAreaElement)) return;
  const { selectionStart: start, selectionEnd: end, value } = area;
  area.setRangeText(write(value.slice(start, end)), start, end, start === end ? "end" : "select");
  area.focus();
}

// The link would open the page anew with the quotation: a text already begun would be lost.
function quoteInto(event: MouseEvent, targetId: string): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-quote]") : null;
  const area = document.getElementById(targetId);
  const text = link?.closest("article")?.querySelector<HTMLElement>(".prose")?.innerText;
  if (!link || !text || !(area instanceof HTMLTextAreaElement) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const before = area.value === "" ? "" : `${area.value.trimEnd()}\n\n`;
  const quoted = eachLine(text.trim().slice(0, 1_500), "> ");
  area.value = `${before}> **${link.dataset.quote}**\n>\n${quoted}\n\n`;
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}
