import type { FormAction } from "@/components/form/sent-form";

/** The session of the page, and who reads it: a browser's own copies are one person's. */
export type PointPlace = { slug: string; id: string; reader: string };

/** What may be done on the page of the day. */
export type LiveActs = {
  start: FormAction;
  end: FormAction;
  keep: FormAction;
  addDecision: FormAction;
  addTask: FormAction;
};
