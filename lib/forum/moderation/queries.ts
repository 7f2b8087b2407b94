import "server-only";
import { readThread } from "@/lib/forum/posts/queries";
import type { Actor } from "@/lib/platform/actor";
import { authorise } from "@/lib/platform/errors";

/** A thread for the page on which it is renamed, locked, pinned, hidden: by who opened it, and by moderators. */
export async function getManagedThread(actor: Actor, id: string) {
  const thread = await readThread(actor, id);
  authorise(thread.mayRename, "thread");
  return thread;
}
