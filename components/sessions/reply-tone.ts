import type { StateTone } from "@/components/ui/state-chip";
import type { Reply } from "@/lib/platform/db/generated/enums";

/** A yes that has its place is as it should be; no answer and the waiting list are still open; the rest is said. */
export function replyTone(reply: Reply | null, waits = false): StateTone {
  if (reply === null || waits) return "todo";
  return reply === "YES" ? "approved" : "neutral";
}
