/** Why a file gave no text, as keys of messages. */
export const failures = ["encrypted", "damaged", "tooComplex", "timeout", "memory", "crashed"] as const;
export type Failure = (typeof failures)[number];

/** What came of reading a file: its text, cut where it is longer than is kept, or why there is none. */
export type Extracted = { text: string; isCut: boolean } | { failure: Failure };

/** Characters of a file's text that are kept. */
export const longestText = 1_000_000;

/** A file that is not what it should be; anything else that is thrown is a fault of ours. */
export class UnreadableFileError extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure, options);
    this.name = "UnreadableFileError";
  }
}

/** No more text is wanted: whoever reads may stop. */
export class TextIsFullError extends Error {}

/** Gathers text up to its limit. */
export type TextSink = {
  /** @throws TextIsFullError once the limit is reached */
  add(text: string): void;
  all(): string;
};

export function textSink(most: number = longestText): TextSink {
  const parts: string[] = [];
  let length = 0;
  return {
    add(text) {
      parts.push(text.slice(0, most - length));
      length += text.length;
      if (length > most) throw new TextIsFullError();
    },
    all: () => parts.join(""),
  };
}
