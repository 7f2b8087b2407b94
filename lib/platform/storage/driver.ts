import type { Readable } from "node:stream";

/** Bytes wanted of an object: from the first to the last, both included. */
export type ByteRange = { start: number; end: number };

/** An object as it lies in a store. */
export type StoredEntry = { sha256: string; modifiedAt: Date };

/** What a browser is told of an object that it fetches from the store itself. */
export type LinkedAs = { disposition: string; mimeType: string };

/**
 * Where objects lie. Bytes are first written completely to a file of this machine (staging.ts), so that a store only
 * ever meets whole objects under their hash.
 */
export type StorageDriver = {
  /** takes a complete local file over under its hash; the same object twice only renews its date */
  keep(path: string, sha256: string): Promise<void>;
  /** null when there is no such object */
  open(sha256: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null>;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  list(): AsyncIterable<StoredEntry>;
  /** an address at which whoever has it fetches that one object within a minute; only of stores that browsers reach */
  link?(sha256: string, as: LinkedAs): Promise<string>;
};
