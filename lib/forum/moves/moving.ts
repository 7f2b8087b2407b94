import { stateOfPosts } from "@/lib/forum/lifecycle";
import type { Choice } from "@/lib/forum/moves/schema";
import type { Tx } from "@/lib/platform/db";

type Move = { from: string; to: string; after: number; choice: Choice };

/**
 * Moves posts of a thread that is held behind the last one of another, in their order, and remembers where they stood.
 * @returns how many
 */
export async function movePosts(tx: Tx, { from, to, after, choice }: Move): Promise<number> {
  const { numbers = null, from: first = 1 } = choice;
  return tx.$executeRaw`
    with chosen as (
      select id, number, ${after}::int + (row_number() over (order by number))::int as place
      from post where thread_id = ${from}::uuid and number >= ${first}
        and (${numbers}::int[] is null or number = any(${numbers}::int[]))
    ), remembered as (
      insert into post_moved (thread_id, number, post_id) select ${from}::uuid, number, id from chosen
    )
    update post set thread_id = ${to}::uuid, number = chosen.place from chosen where post.id = chosen.id`;
}

/**
 * Counts the posts of a thread that is held anew after a move, and says what state they make. Numbers that were given are
 * never given again.
 */
export async function settleThread(
  tx: Tx,
  { id, acceptedPostId }: { id: string; acceptedPostId: string | null },
): Promise<void> {
  const [facts] = await tx.$queryRaw<{ shown: number; last: number; at: Date | null; isAnswered: boolean }[]>`
    select count(*) filter (where p.hidden_at is null)::int as shown,
      greatest(t.last_post_number, coalesce(max(p.number), 0)) as last,
      max(p.created_at) filter (where p.hidden_at is null) as at,
      coalesce(bool_or(p.author_id is distinct from t.author_id), false) as "isAnswered"
    from thread t left join post p on p.thread_id = t.id where t.id = ${id}::uuid group by t.id`;
  if (!facts) return;
  await tx.thread.update({
    where: { id },
    data: {
      acceptedPostId,
      postCount: facts.shown,
      lastPostNumber: facts.last,
      ...(facts.at ? { lastPostAt: facts.at } : {}),
      state: stateOfPosts({ isAccepted: acceptedPostId !== null, isAnswered: facts.isAnswered }),
      version: { increment: 1 },
    },
    select: { id: true },
  });
}
