import type { Actor } from "@/lib/platform/actor";
import type { Role, WatchLevel } from "@/lib/platform/db/generated/enums";

/** How closely one can follow a thread, or what is written in a category; from the closest. */
export const watchLevels = [
  "WATCHING",
  "TRACKING",
  "NORMAL",
  "MUTED",
] as const satisfies readonly WatchLevel[];

/** At these new posts are counted, beside the lists that show them. */
export const countedLevels = ["WATCHING", "TRACKING"] as const satisfies readonly WatchLevel[];

/** Who works in a programme keeps track of its forum without having chosen anything; the observer looks in. */
export const trackingRoles = [
  "COORDINATOR",
  "EXPERT",
  "REFERENT",
  "STAFF",
] as const satisfies readonly Role[];

/** The level that one's own post brings, unless the thread was given one by hand. */
export const levelOfWriters: WatchLevel = "WATCHING";

/** The level of whoever chose none, by the roles in the programme. */
export function usualLevel(actor: Actor, programmeId: string): WatchLevel {
  return actor.has(trackingRoles, { programme: programmeId }) ? "TRACKING" : "NORMAL";
}

/** Where a level comes from: chosen for the thread, brought by one's own post, chosen for the category, usual. */
export type Watch = { level: WatchLevel; by: "thread" | "post" | "category" | "usual" };

/** What holds for a person and a thread: what is nearest to the thread. */
export function watchOf(chosen: {
  thread: WatchLevel | null;
  isAutomatic: boolean;
  category: WatchLevel | null;
  usual: WatchLevel;
}): Watch {
  if (chosen.thread) return { level: chosen.thread, by: chosen.isAutomatic ? "post" : "thread" };
  if (chosen.category) return { level: chosen.category, by: "category" };
  return { level: chosen.usual, by: "usual" };
}
