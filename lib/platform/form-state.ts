/** A form that was not accepted. */
export type Refused = {
  status: "refused";
  /** one sentence for the summary; the fields' errors stand below it */
  summary: string;
  fieldErrors: Record<string, string>;
  /** what was typed, so that nothing is lost */
  values: Record<string, string | string[]>;
  /** what has to be done first, on a page that opens beside this one */
  way?: { href: string; label: string };
  /** nothing is wrong: the form comes back changed as its button says, and nothing is saved yet */
  asAsked?: true;
};

/** What a form is told after it was sent. Texts are in the reader's language already. */
export type FormState =
  | { status: "idle" }
  | Refused
  /** a text as it will look; nothing was written yet */
  | { status: "preview"; html: string; values: Record<string, string | string[]> }
  | { status: "done"; message: string };

/** The state of a form that was not sent yet. */
export const idle: FormState = { status: "idle" };
