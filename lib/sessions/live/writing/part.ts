import type { ItemName } from "@/lib/sessions/live/schema";

/** Which part of a session's minutes belongs to a point of its agenda, or stands before them all. */
export function partOf(item: ItemName) {
  return item === "opening"
    ? ({ agendaItemId: null, title: "", position: -1 } as const)
    : ({ agendaItemId: item } as const);
}
