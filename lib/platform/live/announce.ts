import type { Tx } from "@/lib/platform/db";
import { liveChannel, type Topic, writeTopics } from "@/lib/platform/live/topics";

/** An announcement holds less than 8,000 bytes; a topic has some fifty. */
const topicsAtOnce = 100;

/**
 * Tells every web process what those who follow a topic do not know yet. The database delivers it at the commit, and never
 * after a rollback. It says that there is something, never what: each reader's process looks, by the reader's rights.
 */
export async function announceLive(tx: Tx, topics: readonly Topic[]): Promise<void> {
  const announcements: string[] = [];
  for (let at = 0; at < topics.length; at += topicsAtOnce)
    announcements.push(writeTopics(topics.slice(at, at + topicsAtOnce)));
  if (announcements.length === 0) return;
  await tx.$executeRaw`select pg_notify(${liveChannel}, said) from unnest(${announcements}::text[]) as said`;
}
