import type { Refused } from "@/lib/platform/form-state";

/** Where the sending of one file is. */
export type Phase =
  | "waiting"
  | "sending"
  | "paused"
  /** no connection: goes on by itself when there is one, or when asked */
  | "lost"
  | "signedOut"
  | "checking"
  | "received"
  | "refused";

export type Transfer = {
  name: string;
  done: number;
  total: number;
  phase: Phase;
  /** whether it can rest and go on where it was */
  canPause: boolean;
  /** why it was refused or rests, when the portal said so */
  text?: string | undefined;
  /** page of what it became */
  location?: string;
};

export type Handle = { pause?: () => void; resume?: () => void; cancel: () => void };

/** What a way of sending tells of its file. */
export type Report = {
  change: (change: Partial<Transfer>) => void;
  refuse: (refused: Pick<Refused, "summary"> & Partial<Refused>) => void;
};

/** The largest part is sixteen megabytes: of half of it a phone makes the digest in a moment. */
export const partSize = 8 * 1024 ** 2;

const units = ["kB", "MB", "GB"];

/** "24,0 MB", in the language of the page. */
export function shownSize(bytes: number, of: number = bytes): string {
  let divisor = 1000;
  let unit = 0;
  while (of / divisor >= 1000 && unit < units.length - 1) {
    divisor *= 1000;
    unit += 1;
  }
  const digits = { minimumFractionDigits: unit > 0 ? 1 : 0, maximumFractionDigits: unit > 0 ? 1 : 0 };
  return `${new Intl.NumberFormat(document.documentElement.lang, digits).format(bytes / divisor)} ${units[unit]}`;
}

/** Puts values into a text of ours: "{done} di {total}". */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ""));
}

/** A title made of a file's name. */
export function titleOf({ name }: File): string {
  return name.replace(/\.[A-Za-z0-9]{1,10}$/, "").slice(0, 200) || name;
}

export const isOver = ({ phase }: Transfer): boolean => phase === "received" || phase === "refused";

/** What is read out: by tens, not at each packet; of several how many are there. */
export function toldOf(
  transfers: readonly Transfer[],
  texts: { progress: string; several: string } & Record<Exclude<Phase, "sending" | "refused">, string>,
): string {
  const [only] = transfers;
  if (!only) return "";
  if (transfers.length > 1) {
    const received = transfers.filter(({ phase }) => phase === "received").length;
    return filled(texts.several, { received, count: transfers.length });
  }
  if (only.phase === "refused") return only.text ?? "";
  if (only.phase !== "sending") return texts[only.phase];
  const percent = Math.floor((only.done / (only.total || 1)) * 10) * 10;
  return filled(texts.progress, { percent, total: shownSize(only.total) });
}
