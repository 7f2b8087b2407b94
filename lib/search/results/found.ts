import type { Role } from "@/lib/platform/db/generated/enums";

/** Where a result leads. */
export type Target =
  | { kind: "programme" }
  | { kind: "session"; id: string }
  | { kind: "minutes"; id: string }
  | { kind: "document"; id: string; deliverableId: string | null; isPublic: boolean }
  | { kind: "post"; threadId: string; number: number }
  | { kind: "faq"; id: string }
  | { kind: "outcome"; isPublished: boolean }
  | { kind: "reuse"; slug: string }
  | { kind: "organisation"; slug: string }
  | { kind: "person"; id: string; isAdministered: boolean; bodyId: string | null };

/** What somebody does in a programme, for which body. */
export type Part = { role: Role; programme: string; body: string | null };

/** What a result is made of: of a programme, but for organisations and people. */
export type Found = {
  id: string;
  target: Target;
  title: string;
  text: string;
  lang: string;
  at: Date | null;
  /** the body whose document it is */
  body?: string;
  /** name of the file in whose text the words stand */
  file?: string;
  /** of a person: what of their roles the reader may know */
  parts?: Part[];
  programme: { id: string; slug: string; shortTitle: string; promoterId: string } | null;
};

export const programmeSelect = {
  select: { id: true, slug: true, shortTitle: true, promoterId: true },
} as const;
