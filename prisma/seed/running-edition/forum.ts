import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { type Days, minutesAgo, past } from "./calendar";
import { people } from "./cast";
import { seedModeration } from "./forum-moderation";
import type { PostTime } from "./forum-shape";
import { categories, threads } from "./forum-texts";
import { renderSeeded, seedForumWriting } from "./forum-writing";
import type { Edition } from "./programme";

const bodyOf = new Map(
  people.flatMap(({ account, role, body }) =>
    body && (role === "REFERENT" || role === "STAFF") ? [[account, body] as const] : [],
  ),
);

/** Writes the categories and the threads, read by some and unread by others. @returns their history */
export async function seedForum(seeding: Seeding, edition: Edition, cast: Cast): Promise<HistoryEntry[]> {
  const { tx, now } = seeding;
  const { days } = edition;
  const categoryIds = categories.map(() => identifier(now));
  await tx.category.createMany({
    data: categories.map((category, index) => ({
      ...category,
      id: categoryIds[index] ?? "",
      programmeId: edition.id,
      position: index + 1,
    })),
  });
  const written = threads.map((thread) => {
    const posts = thread.posts.map((post, index) => {
      const at = timeOf(post.at, days);
      return { ...post, at, id: identifier(at), number: index + 1 };
    });
    const [first] = posts;
    if (!first) throw new Error(`A thread without a post: ${thread.title}`);
    return { thread, posts, id: identifier(first.at), first, last: posts.at(-1) ?? first };
  });
  await tx.thread.createMany({
    data: written.map(({ thread, posts, id, first, last }) => ({
      id,
      categoryId: categoryIds[thread.category - 1] ?? "",
      title: thread.title,
      state: thread.state,
      acceptedPostId: thread.accepted ? (posts[thread.accepted - 1]?.id ?? null) : null,
      lockedAt: thread.isLocked ? new Date(last.at.getTime() + 86_400_000) : null,
      isPinned: thread.isPinned ?? false,
      authorId: must(cast.people, first.by),
      createdAt: first.at,
      lastPostAt: last.at,
      lastPostNumber: last.number,
      postCount: posts.length,
    })),
  });
  await tx.post.createMany({
    data: written.flatMap(({ id, posts }) =>
      posts.map((post) => {
        const { html, version } = renderSeeded(post.text);
        const body = bodyOf.get(post.by);
        return {
          id: post.id,
          threadId: id,
          number: post.number,
          authorId: must(cast.people, post.by),
          onBehalfOfId: body ? must(cast.bodies, body) : null,
          markdown: post.text,
          html,
          rendererVersion: version,
          createdAt: post.at,
        };
      }),
    ),
  });
  const answered = written.flatMap(({ thread, id, posts, first }) =>
    posts.map((post) => ({
      ...post,
      threadId: id,
      thanks: post.number === thread.accepted ? first.by : null,
    })),
  );
  await seedForumWriting({ tx, now }, answered, cast);
  await tx.threadRead.createMany({
    data: written.flatMap(({ thread, id, posts }) => {
      const writers = new Set(posts.map(({ by }) => by));
      return [...new Set([...Object.keys(thread.read), ...writers])].map((account) => {
        const lastReadNumber = thread.read[account] ?? 0;
        return {
          personId: must(cast.people, account),
          threadId: id,
          lastReadNumber,
          readAt: minutesAgo(days, Math.max(1, posts.length - lastReadNumber) * 30),
          watch: writers.has(account) ? ("WATCHING" as const) : null,
          isWatchAutomatic: writers.has(account),
        };
      });
    }),
  });
  // The coordinator hears of each question at once.
  await tx.categoryWatch.create({
    data: {
      personId: must(cast.people, "coordinatore"),
      categoryId: categoryIds[0] ?? "",
      level: "WATCHING",
    },
    select: { categoryId: true },
  });
  const posted = written.flatMap(({ id, posts }) =>
    posts.map((post) => {
      const body = bodyOf.get(post.by);
      return {
        kind: post.number === 1 ? ("forum.threadOpened" as const) : ("forum.posted" as const),
        at: post.at,
        by: must(cast.people, post.by),
        subject: { kind: "thread", id },
        organisationId: body ? must(cast.bodies, body) : null,
        data: { postId: post.id, number: post.number },
      };
    }),
  );
  const accepted = written.flatMap(({ thread, id, posts, first }) => {
    const post = posts.find(({ number }) => number === thread.accepted);
    // The one who asked accepts within the hour.
    return post
      ? [
          {
            kind: "forum.accepted" as const,
            at: new Date(Math.min(post.at.getTime() + 40 * 60_000, now.getTime())),
            by: must(cast.people, first.by),
            subject: { kind: "thread", id },
            data: { postId: post.id, number: post.number },
          },
        ]
      : [];
  });
  const moderated = await seedModeration(seeding, { edition, cast, threads: written });
  return [...posted, ...accepted, ...moderated];
}

function timeOf(time: PostTime, days: Days): Date {
  return "minutesAgo" in time
    ? minutesAgo(days, time.minutesAgo)
    : past(days, days.fromToday(-time.daysAgo), time.time);
}
