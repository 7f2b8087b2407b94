import type { Suggestion } from "@/lib/forum/mentions/queries";

/** Names that are suggested at a time: what does not fit on a small screen is found by one letter more. */
export const mostSuggested = 6;

/** What stands between "@" and the caret, and where the sign is; null when nobody is being called. */
export function typedName(text: string, caret: number): { start: number; name: string } | null {
  const line = text.slice(0, caret).split("\n").at(-1) ?? "";
  const [, name] = /(?<![\p{L}\p{N}@._-])@([\p{L}\p{N}][\p{L}\p{N}' .’()-]{0,60})?$/u.exec(line) ?? [
    null,
    null,
  ];
  if (name === null) return null;
  return { start: caret - (name?.length ?? 0) - 1, name: name ?? "" };
}

/** Names of which a word begins as was typed; accents and case make no difference. */
export function suggestionsFor(name: string, all: readonly Suggestion[]): Suggestion[] {
  const asked = plain(name).trimStart();
  return all
    .filter((one) => {
      const words = plain(one.name);
      return words !== asked && (words.startsWith(asked) || words.includes(` ${asked}`));
    })
    .slice(0, mostSuggested);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
