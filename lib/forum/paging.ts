/** Posts on a page of a thread. */
export const pageSize = 20;

/**
 * Threads of each category, those with the latest posts, in which news are looked for and counted. What lies deeper counts
 * as read: to look through all would cost more every year, to tell people of what they left unread long ago.
 */
export const newsDepth = 50;

/**
 * The first number of the page on which a post stands. Pages are windows of numbers, so that an address holds for ever,
 * whatever is hidden or written later, and each costs the same.
 */
export function pageStart(number: number): number {
  return Math.floor((Math.max(1, number) - 1) / pageSize) * pageSize + 1;
}

/** The anchor of a post on its page. */
export function anchorOf(number: number): string {
  return `messaggio-${number}`;
}

/** The part of an address's query that leads to the page of a post. */
export function pageQuery(number: number): { dal?: string } {
  const start = pageStart(number);
  return start === 1 ? {} : { dal: String(start) };
}

/** The query of an address, where it has one: an empty one would leave its question mark. */
export function withQuery(query: Record<string, string>): { query?: Record<string, string> } {
  return Object.keys(query).length > 0 ? { query } : {};
}

/** The first number of the page that an address asks for; what cannot be read is the first page. */
export function readPageStart(value: string | undefined): number {
  return value && /^\d{1,9}$/.test(value) ? pageStart(Number(value)) : 1;
}

/** A page of a thread as an address asks for it; `from` is the thread in which its posts stood when it was written down. */
export type PlaceInThread = { start: number; from?: string };

const oldThread = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads an address's query. One that was moved begins where its first post stands now, so that the page holds what the old
 * page held, and an anchor that the browser brings along finds its post.
 */
export function readPlace(query: Record<string, string | string[] | undefined>): PlaceInThread {
  const dal = typeof query.dal === "string" ? query.dal : undefined;
  const from = typeof query.da === "string" && oldThread.test(query.da) ? query.da : undefined;
  if (!from || !dal || !/^[1-9]\d{0,8}$/.test(dal)) return { start: readPageStart(dal) };
  return { start: Number(dal), from };
}
