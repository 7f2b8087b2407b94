import type { LiveHub } from "@/lib/platform/live/hub";

// Server and pages are separate bundles with modules of their own: they share the process's hub by the global object.
const key = Symbol.for("sperimenta.live-hub");
const keep = globalThis as unknown as Record<symbol, LiveHub | undefined>;

/** The process's one hub, made when the first reader comes. */
export function processHub(make: () => LiveHub): LiveHub {
  keep[key] ??= make();
  return keep[key];
}

/** Ends the live streams of this process, where there are any. */
export function endLiveStreams(): void {
  keep[key]?.endAll();
}
