/** What is done when an event of this name comes. */
export type Handlers = Partial<Record<string, (data: unknown) => void>>;

/** Part of what a page follows: the words of the address that ask for it. `after` is where its events begin. */
export type Wish = { words: Record<string, string>; after?: number };

type Follower = { wish: Wish; handlers: Handlers };

/** Names of events that the portal sends. */
const names = ["waiting", "post", "reload", "readers"];

const followers = new Set<Follower>();
let source: EventSource | null = null;
let opened = "";
let last = 0;
let planned: ReturnType<typeof setTimeout> | undefined;
let refusals = 0;

/** A portal that is started again, or has all the readers it takes, refuses: it is asked again, and not for ever. */
const mostRefusals = 5;
const pauseMs = 20_000;

/**
 * Follows what changes while the page is open, in one stream for the whole page, and none while nobody sees it: browsers
 * have few connections to one place, and windows that lie hidden would use them up. Where there is no stream nothing
 * happens: the page has links that do without.
 * @returns ends it
 */
export function follow(wish: Wish, handlers: Handlers): () => void {
  const follower = { wish, handlers };
  if (followers.size === 0) watch();
  followers.add(follower);
  plan();
  return () => {
    followers.delete(follower);
    if (followers.size === 0) unwatch();
    plan();
  };
}

// What the parts of a page ask for one after the other is asked for once.
function plan(): void {
  clearTimeout(planned);
  planned = setTimeout(adjust, 100);
}

function adjust(): void {
  const isSeen = followers.size > 0 && document.visibilityState === "visible";
  const address = isSeen ? wanted() : "";
  const isOpen = source !== null && source.readyState !== EventSource.CLOSED;
  if (address === opened && (isOpen || address === "")) return;
  close();
  if (address === "") return;
  // Of another thread its numbers say nothing.
  if (address !== opened) last = 0;
  opened = address;
  const after = Math.max(last, ...[...followers].map(({ wish }) => wish.after ?? 0));
  const joint = address.includes("?") ? "&" : "?";
  source = new EventSource(`${address}${after > 0 ? `${joint}after=${after}` : ""}`);
  for (const name of names) source.addEventListener(name, hear);
  source.addEventListener("error", refused);
}

// A connection that was merely lost is taken up again by the browser itself.
function refused(): void {
  if (source?.readyState !== EventSource.CLOSED || ++refusals > mostRefusals) return;
  clearTimeout(planned);
  planned = setTimeout(adjust, pauseMs * refusals * (1 + Math.random()));
}

function wanted(): string {
  const words = new URLSearchParams();
  for (const { wish } of followers)
    for (const [name, value] of Object.entries(wish.words)) words.set(name, value);
  words.sort();
  return words.size > 0 ? `/api/live?${words}` : "/api/live";
}

function hear({ type, lastEventId, data }: MessageEvent<string>): void {
  refusals = 0;
  last = Math.max(last, Number(lastEventId) || 0);
  const told: unknown = JSON.parse(data);
  for (const { handlers } of [...followers]) handlers[type]?.(told);
}

function close(): void {
  source?.close();
  source = null;
}

function hidden(): void {
  // Where the window is only looked away from for a moment, as well: it comes back with what it missed.
  if (document.visibilityState !== "visible") {
    clearTimeout(planned);
    close();
  } else {
    refusals = 0;
    plan();
  }
}

function watch(): void {
  document.addEventListener("visibilitychange", hidden);
  // A page that lies in the browser's memory, to come back to, holds no connection.
  addEventListener("pagehide", close);
  addEventListener("pageshow", plan);
}

function unwatch(): void {
  document.removeEventListener("visibilitychange", hidden);
  removeEventListener("pagehide", close);
  removeEventListener("pageshow", plan);
}
