import type { FormAction } from "@/components/form/sent-form";

/** What may be done with the parts, by who may do anything with them. */
export type PartActs = {
  slug: string;
  id: string;
  write: boolean;
  request: boolean;
  /** tasks that the reader may tick off */
  completable: readonly string[];
  complete: FormAction;
  resume: FormAction;
};
