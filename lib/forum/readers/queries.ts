import "server-only";
import { getFollowedThread } from "@/lib/forum/news/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

/** Who is shown as reading a thread now; the others are counted with them and not named. */
export const shownReaders = 12;

/** Who else has the thread open now, for the programme's people: once each, however many windows they have. */
export async function listReaders(actor: Actor, threadId: string): Promise<{ id: string; name: string }[]> {
  const thread = await getFollowedThread(actor, threadId);
  authorise(thread.tracks, "readers");
  const people = await db.person.findMany({
    where: {
      readingNow: { some: { threadId, until: { gt: actor.at } } },
      id: { not: actor.personId ?? "" },
      disabledAt: null,
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: shownReaders,
    select: { id: true, givenName: true, familyName: true },
  });
  return people.map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` }));
}
