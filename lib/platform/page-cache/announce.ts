import type { Tx } from "@/lib/platform/db";
import { changed } from "@/lib/platform/page-cache/scope";
import { purgeChannel, type Tag, writeTags } from "@/lib/platform/page-cache/tags";

/**
 * Tells every web process what a transaction changes. The database delivers it at the commit, and never after a
 * rollback; the process that answers this very request takes it from its scope, so that its answer cannot be faster.
 */
export async function announceChange(tx: Tx, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return;
  changed(tags);
  await tx.$executeRaw`select pg_notify(${purgeChannel}, ${writeTags(tags)})`;
}
