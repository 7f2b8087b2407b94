/** What the page cache of this process has done since its start, and what it holds. */
export type PageCacheFigures = {
  hits: number;
  misses: number;
  /** answers made and given, but not kept: no 200, changed meanwhile, failed in part */
  unkept: number;
  purges: number;
  entries: number;
  bytes: number;
  /** whether changes are heard of; nothing is kept while they are not */
  isHearing: boolean;
};

const key = Symbol.for("sperimenta.page-cache-figures");
const keep = globalThis as unknown as Record<symbol, PageCacheFigures | undefined>;

/** The figures of this process, as they stand; the cache itself writes them. */
export function pageCacheFigures(): PageCacheFigures {
  keep[key] ??= {
    hits: 0,
    misses: 0,
    unkept: 0,
    purges: 0,
    entries: 0,
    bytes: 0,
    isHearing: false,
  };
  return keep[key];
}
