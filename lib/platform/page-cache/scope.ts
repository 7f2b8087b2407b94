import { AsyncLocalStorage } from "node:async_hooks";
import { log } from "@/lib/platform/log";
import type { Tag } from "@/lib/platform/page-cache/tags";

/** What the server in front of Next and the code behind it tell each other while one request is answered. */
export type AnswerScope = {
  /** made once, for everybody: nobody's own data may be read */
  isShared: boolean;
  /** what a shared answer was made of */
  uses: Set<Tag>;
  /** a shared answer that is given once and not kept */
  isKept: boolean;
  /** what this request changed */
  changed: Set<Tag>;
};

// The server and the bundles of the pages have modules of their own: they meet on the global object.
const key = Symbol.for("sperimenta.answer");
const keep = globalThis as unknown as Record<symbol, AsyncLocalStorage<AnswerScope> | undefined>;
keep[key] ??= new AsyncLocalStorage<AnswerScope>();
const storage = keep[key];

/** The scope of a new answer. */
export function newScope(isShared: boolean): AnswerScope {
  return { isShared, uses: new Set(), isKept: isShared, changed: new Set() };
}

/** Runs what makes one answer within its scope. */
export function within<T>(scope: AnswerScope, work: () => T): T {
  return storage.run(scope, work);
}

/** Whether the answer being made is for everybody. */
export function isForEverybody(): boolean {
  return storage.getStore()?.isShared ?? false;
}

/**
 * Says that the answer being made rests on who asks. The server takes cookies away from a shared answer, so nothing
 * could be told; a page that asks all the same is declared wrongly, and its answer is not kept.
 */
export function restsOnWhoAsks(what: string): void {
  const scope = storage.getStore();
  if (!scope?.isShared) return;
  scope.isKept = false;
  log.error({ what }, "a page for everybody asked who is there");
}

/** Says that the answer being made failed in part: it is given, not kept. */
export function failedInPart(): void {
  const scope = storage.getStore();
  if (scope) scope.isKept = false;
}

/** Says that the answer being made shows data of a programme: an event of that programme ends its life in the cache. */
export function usesProgramme(id: string): void {
  storage.getStore()?.uses.add(`programme:${id}`);
}

/** Says what this request changed: its answer leaves only when this process's own cache knows. */
export function changed(tags: readonly Tag[]): void {
  const scope = storage.getStore();
  for (const tag of tags) scope?.changed.add(tag);
}
