import { DomainError } from "@/lib/platform/errors";

/** Nothing is written in a thread that is closed to new posts or hidden. */
export function assertOpen(thread: { lockedAt: Date | null; hiddenAt: Date | null }): void {
  if (thread.lockedAt) throw new DomainError("forum.threadLocked");
  if (thread.hiddenAt) throw new DomainError("forum.threadHidden");
}
