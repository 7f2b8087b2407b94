import { type FollowedThread, getThreadNews } from "@/lib/forum/news/queries";
import { listReaders } from "@/lib/forum/readers/queries";
import { readersTopic } from "@/lib/forum/readers/topic";
import type { Actor } from "@/lib/platform/actor";
import type { LiveEvent } from "@/lib/platform/live/event-stream";
import type { LivePart } from "@/lib/platform/live/hub";
import { personTopic, topicOf } from "@/lib/platform/live/topics";
import { countWaiting } from "@/lib/today/waiting/queries";

/** What a page follows: what waits for the person, and on the page of a thread what is written there and who reads it. */
export function partsFor(
  actor: Actor,
  { programmeId, thread, after }: { programmeId?: string; thread: FollowedThread | null; after: number },
): LivePart[] {
  const parts = [waiting(actor, programmeId)];
  if (thread) parts.push(posts(thread, after));
  if (thread?.tracks) parts.push(readers(thread.id));
  return parts;
}

function waiting({ personId }: Actor, programmeId: string | undefined): LivePart {
  const ofForum = programmeId ? [topicOf("forum", programmeId)] : [];
  return {
    topics: [personTopic(personId ?? ""), ...ofForum],
    pauseMs: 1_000,
    read: async (actor) => [{ name: "waiting", data: await countWaiting(actor, programmeId) }],
  };
}

// Each post once and in its order: the next reading begins where this one ended, and so does that of a browser that comes
// back, which brings the number of the last one it was told of.
function posts({ id, programmeId }: FollowedThread, after: number): LivePart {
  let last = after;
  return {
    topics: [topicOf("forum", programmeId)],
    pauseMs: 0,
    async read(actor) {
      const { numbers, upTo, isMore } = await getThreadNews(actor, id, last);
      last = upTo;
      const each: LiveEvent[] = numbers.map((number) => ({ name: "post", id: number, data: { number } }));
      return isMore ? [{ name: "reload", id: upTo, data: { number: upTo } }] : each;
    },
  };
}

function readers(threadId: string): LivePart {
  return {
    topics: [readersTopic(threadId)],
    pauseMs: 3_000,
    // Who they are is told by a route of its own, which asks for the reader's rights itself.
    async read(actor) {
      const people = await listReaders(actor, threadId);
      return [{ name: "readers", data: { ids: people.map(({ id }) => id) } }];
    },
  };
}
