import type { Locale } from "@/lib/platform/i18n/routing";
import type { Cell } from "@/lib/platform/lists/definition";

/** Stored bytes that go into a bundle, with what its index says of them, in the reader's language. */
export type BundleFile = {
  /** from the top, as they shall read: they are cleaned when they are packed */
  folders: readonly string[];
  filename: string;
  title: string;
  kind: string;
  /** "" where it is of no body */
  body: string;
  version: number | null;
  author: string;
  at: Date;
  /** bytes, by the row */
  size: number;
  sha256: string;
  /** a scanner withholds it: it is named, and left out */
  isWithheld: boolean;
};

/** A register that is written for the bundle, as CSV. */
export type BundleTable = {
  /** without extension */
  name: string;
  title: string;
  headers: readonly string[];
  rows: AsyncIterable<readonly Cell[]>;
};

/** What is packed into one ZIP, beside its index. */
export type Bundle = {
  title: string;
  lead: string;
  madeAt: Date;
  locale: Locale;
  /** read one after the other while they are sent; those of a folder together */
  files: AsyncIterable<BundleFile>;
  tables: readonly BundleTable[];
};

/** What became of a file: packed, withheld by a scanner, not in the store as its row says, or of other bytes than its hash. */
export type PackedState = "PACKED" | "WITHHELD" | "MISSING" | "DAMAGED";

/** A line of the index. */
export type Packed = {
  /** "" where the bytes are not in the bundle */
  path: string;
  folder: string;
  title: string;
  kind: string;
  body: string;
  version: number | null;
  author: string;
  /** as JSON keeps it */
  at: string;
  size: number;
  sha256: string;
  state: PackedState;
};
