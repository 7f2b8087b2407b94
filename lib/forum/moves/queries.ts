import "server-only";
import { excerptOf } from "@/lib/forum/excerpt";
import type { Choice } from "@/lib/forum/moves/schema";
import { pageSize } from "@/lib/forum/paging";
import { postVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import { getPost, type PostPage, readThread } from "@/lib/forum/posts/queries";
import { getThread, type ThreadPage } from "@/lib/forum/reading/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found, NotFoundError } from "@/lib/platform/errors";

/** Where posts stand now that stood elsewhere. */
export type MovedTo = { slug: string; threadId: string; number: number };

/** A page of a thread; or, where the thread has ended in another, where the posts of that page are. */
export async function getThreadOrPlace(
  actor: Actor,
  id: string,
  start: number,
  from?: string,
): Promise<{ thread: ThreadPage; moved: null } | { thread: null; moved: MovedTo }> {
  try {
    return { thread: await getThread(actor, id, start, from), moved: null };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const merged = await db.threadMerged.findUnique({ where: { oldId: id }, select: { threadId: true } });
    if (!merged) throw error;
    return { thread: null, moved: await findFirstFrom(actor, id, start) };
  }
}

/** One post; or where it is, when it was moved to another thread. */
export async function getPostOrPlace(
  actor: Actor,
  threadId: string,
  number: number,
): Promise<{ post: PostPage; moved: null } | { post: null; moved: MovedTo }> {
  try {
    return { post: await getPost(actor, threadId, number), moved: null };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const row = await db.postMoved.findFirst({
      where: { threadId, number, post: postVisibleTo(actor) },
      select: { post: { select: place } },
    });
    return { post: null, moved: placeOf(found(row, "post").post) };
  }
}

const place = {
  number: true,
  threadId: true,
  thread: { select: { category: { select: { programme: { select: { slug: true } } } } } },
} as const;

function placeOf({
  number,
  threadId,
  thread,
}: {
  number: number;
  threadId: string;
  thread: { category: { programme: { slug: string } } };
}): MovedTo {
  return { slug: thread.category.programme.slug, threadId, number };
}

// The first post of the page that was asked for; beyond the last one, the last.
async function findFirstFrom(actor: Actor, threadId: string, start: number): Promise<MovedTo> {
  const readable = { threadId, post: { thread: threadVisibleTo(actor) } };
  const row =
    (await db.postMoved.findFirst({
      where: { ...readable, number: { gte: start } },
      orderBy: { number: "asc" },
      select: { post: { select: place } },
    })) ??
    (await db.postMoved.findFirst({
      where: { ...readable, number: { lt: start } },
      orderBy: { number: "desc" },
      select: { post: { select: place } },
    }));
  return placeOf(found(row, "thread").post);
}

const listed = {
  id: true,
  number: true,
  markdown: true,
  lang: true,
  hiddenAt: true,
  author: { select: { givenName: true, familyName: true } },
} as const;

function asListed<Row extends { markdown: string }>({ markdown, ...post }: Row) {
  return { ...post, excerpt: excerptOf(markdown, 120) };
}

/** A thread to be divided, with a page of the posts that may leave it. */
export async function getDividable(actor: Actor, id: string, start = 1) {
  const thread = await readThread(actor, id);
  authorise(thread.mayModerate, "thread");
  const posts = await db.post.findMany({
    where: { threadId: id, number: { gt: 1, gte: start, lt: start + pageSize } },
    orderBy: { number: "asc" },
    select: listed,
  });
  return { thread, start, posts: posts.map(asListed) };
}

export type Dividable = Awaited<ReturnType<typeof getDividable>>;

/** What would leave a thread: how many posts, the first of them, and whether the accepted answer is among them. */
export async function getDivision(actor: Actor, id: string, choice: Choice) {
  const thread = await readThread(actor, id);
  authorise(thread.mayModerate, "thread");
  const chosen = {
    threadId: id,
    number: choice.numbers ? { in: choice.numbers } : { gte: choice.from },
  };
  const [count, posts, accepted] = await Promise.all([
    db.post.count({ where: chosen }),
    db.post.findMany({ where: chosen, orderBy: { number: "asc" }, take: pageSize, select: listed }),
    db.post.count({
      where: { AND: [chosen, { id: { in: thread.acceptedPostId ? [thread.acceptedPostId] : [] } }] },
    }),
  ]);
  return { thread, choice, count, posts: posts.map(asListed), takesAnswer: accepted > 0 };
}

export type Division = Awaited<ReturnType<typeof getDivision>>;

/** A thread in which another may end. */
export type MergeTarget = { id: string; title: string; posts: number; category: string };

/** Threads in which another may end: the latest of its programme, or those whose titles hold a text. */
export async function listMergeTargets(actor: Actor, id: string, text: string) {
  const thread = await readThread(actor, id);
  authorise(thread.mayModerate, "thread");
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  // Each category gives its latest by its index.
  const targets = await db.$queryRaw<MergeTarget[]>`
    select t.id, t.title, t.post_count as posts, c.title as category
    from category c cross join lateral (
      select * from thread t
      where t.category_id = c.id and t.hidden_at is null and t.locked_at is null and t.id <> ${id}::uuid
        and (${text} = '' or f_unaccent(lower(t.title)) like f_unaccent(lower(${like})))
      order by t.last_post_at desc, t.id desc limit 20
    ) t
    where c.programme_id = ${thread.programmeId}::uuid
    order by t.last_post_at desc, t.id desc limit 20`;
  return { thread, targets };
}

/** Two threads of which one is to end in the other, with what that changes. */
export async function getMerge(actor: Actor, id: string, into: string) {
  const [thread, target] = await Promise.all([readThread(actor, id), readThread(actor, into)]);
  authorise(thread.mayModerate, "thread");
  const posts = await db.post.count({ where: { threadId: id } });
  return { thread, target, posts };
}

export type Merge = Awaited<ReturnType<typeof getMerge>>;
