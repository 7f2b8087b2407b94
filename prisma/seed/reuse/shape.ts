import type { ReuseDeclarationState } from "@/lib/platform/db/generated/enums";
import type { LicenceCode, Subject } from "@/lib/reuse/vocabulary";
import type { DemoFile } from "../running-edition/files";

/** What an organisation said of an item; confirmed unless it never was. */
export type SeedDeclaration = {
  state: ReuseDeclarationState;
  organisationName: string;
  purpose: string;
  url: string | null;
  contactName: string;
  email: string;
  daysAgo: number;
  refusalReason?: string;
};

/** What is said of an item, whatever document it comes from. */
export type SeedFacts = {
  title: string;
  slug: string;
  abstract: string;
  subjects: Subject[];
  authors: string[];
  licence?: LicenceCode;
  publishedAt: Date;
  cover?: DemoFile;
  /** how often each release was taken */
  downloads: number[];
  notes: string[];
  declarations: SeedDeclaration[];
  withdrawn?: { at: Date; reason: "OUTDATED" | "REPLACED" | "RIGHTS" | "MISTAKE"; note: string };
};

/** An item of an archive, with the documents that it brings. */
export type SeedItem = SeedFacts & {
  key: string;
  programme: string;
  /** key of the item that it adapts */
  adaptationOf?: string;
  /** one for each release */
  files: DemoFile[];
};
