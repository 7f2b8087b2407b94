import type {
  FactKind,
  OrganisationKind,
  ProgrammeState,
  SessionKind,
  SessionMode,
  StateOrigin,
} from "@/lib/platform/db/generated/enums";
import type { SourceDate } from "@/lib/platform/source-date";

/** Where a statement stands in its text, and which rows of the source checklist it covers. */
export type Sourced = { source: string; rows: readonly string[] };

export type SourceOrganisation = Sourced & {
  slug: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  city?: string;
  province?: string;
  description: string;
};

export type SourceLine = Sourced & { title: string; aim: string; method: string };

export type SourcePhase = Sourced & {
  /** as the source numbers it */
  code?: string;
  /** position of the action line, from 1 */
  line?: number;
  title: string;
  description?: string;
  begin?: SourceDate;
  end?: SourceDate;
  /** position, from 1, of the phase that must come first */
  gate?: { phase: number; note: string };
  place?: string;
  costNote?: string;
  hostNote?: string;
  note?: string;
};

export type SourceFact = Sourced & {
  kind: FactKind;
  title: string;
  text?: string;
  /** for a number: the figure as quoted */
  value?: string;
  date?: SourceDate;
};

export type SourceRole = Sourced & {
  title: string;
  description: string;
  /** slug of the organisation, when the text names it */
  organisation?: string;
  holder?: string;
};

export type SourceContact = Sourced & {
  office: string;
  phone?: string;
  email?: string;
  note?: string;
};

export type SourceJoiningStep = Sourced & { title: string; description: string };

export type SourceSession = Sourced & {
  kind: SessionKind;
  ordinal?: number;
  title: string;
  description: string;
  /** day and wall-clock times in Rome */
  day: string;
  begins: string;
  ends: string;
  announcedMinutes?: number;
  announcedNote?: string;
  mode: SessionMode;
  /** position of the phase, from 1 */
  phase: number;
};

/** What a text itself states as reached: a quotation, never a figure of ours. */
export type SourceQuotation = Sourced & { title: string; text: string; date: SourceDate };

export type SourceProgramme = Sourced & {
  slug: string;
  title: string;
  shortTitle: string;
  summary: string;
  /** Markdown */
  description: string;
  audience?: string;
  commitment?: string;
  costNote?: string;
  slogan?: string;
  state: Extract<ProgrammeState, "CLOSED" | "ARCHIVED">;
  stateSince: SourceDate;
  stateOrigin: StateOrigin;
  stateReason: string;
  begin?: SourceDate;
  end?: SourceDate;
  /** slug of an organisation of this programme */
  promoter: string;
  sourceTitle: string;
  organisations: readonly SourceOrganisation[];
  lines: readonly SourceLine[];
  phases: readonly SourcePhase[];
  facts: readonly SourceFact[];
  roles: readonly SourceRole[];
  contacts: readonly SourceContact[];
  joiningSteps: readonly SourceJoiningStep[];
  sessions: readonly SourceSession[];
  quotations: readonly SourceQuotation[];
};

export const UNNAMED = "La fonte non li nomina";

/** What the text says of a time that it does not place in the calendar. */
export function undated(text: string): SourceDate {
  return { precision: "none", text };
}
