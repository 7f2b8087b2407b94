import "server-only";
import { keepTrack } from "@/lib/forum/commands";
import { pageSize } from "@/lib/forum/paging";
import {
  canAccept,
  canEditPost,
  canKeepTrack,
  canModerate,
  canPost,
  canPostInOwnName,
  canRenameThread,
  postVisibleTo,
  threadVisibleTo,
} from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** Bodies that work in the programme, or did until its end. */
const presentStates = ["SELECTED", "ACTIVE", "CONCLUDED"] as const;

const name = { select: { id: true, givenName: true, familyName: true } } as const;

const postFields = {
  id: true,
  number: true,
  html: true,
  lang: true,
  createdAt: true,
  editedAt: true,
  hiddenAt: true,
  version: true,
  authorId: true,
  author: name,
  onBehalfOf: { select: { id: true, shortName: true } },
  attachments: {
    orderBy: { createdAt: "asc" },
    select: { id: true, filename: true, size: true },
  },
} as const;

/** A thread with one page of its posts; reading it is remembered for the programme's people. */
export async function getThread(actor: Actor, id: string, start = 1) {
  const thread = await readThread(actor, id);
  const [rows, accepted, read, circle] = await Promise.all([
    db.post.findMany({
      where: {
        AND: [{ threadId: id, number: { gte: start, lt: start + pageSize } }, postVisibleTo(actor)],
      },
      orderBy: { number: "asc" },
      select: postFields,
    }),
    findAccepted(actor, thread),
    thread.tracks ? readTo(actor, id) : null,
    getCircle(actor, thread),
  ]);
  const posts = await dress(actor, thread.programmeId, rows);
  const last = start + pageSize > thread.lastPostNumber ? thread.lastPostNumber : start + pageSize - 1;
  await keepTrack(db, actor, thread, last);
  return { ...thread, accepted, posts, start, readTo: read, circle };
}

export type ThreadPage = Awaited<ReturnType<typeof getThread>>;
export type ShownPost = ThreadPage["posts"][number];

/** One post with the texts it had before, for its own page. */
export async function getPost(actor: Actor, threadId: string, number: number) {
  const thread = await readThread(actor, threadId);
  const post = found(
    await db.post.findFirst({
      where: { AND: [{ threadId, number }, postVisibleTo(actor)] },
      select: {
        ...postFields,
        markdown: true,
        revisions: {
          orderBy: { number: "desc" },
          select: { id: true, number: true, markdown: true, replacedAt: true },
        },
      },
    }),
    "post",
  );
  const [shown] = await dress(actor, thread.programmeId, [post]);
  return { ...found(shown), thread };
}

export type PostPage = Awaited<ReturnType<typeof getPost>>;

/** What is needed to quote a post. */
export async function findQuoted(actor: Actor, threadId: string, number: number) {
  return db.post.findFirst({
    where: { AND: [{ threadId, number, hiddenAt: null }, postVisibleTo(actor)] },
    select: { markdown: true, author: name },
  });
}

/** A thread without its posts, with what the actor may do in it. */
export async function readThread(actor: Actor, id: string) {
  const { category, author, ...thread } = found(
    await db.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        state: true,
        version: true,
        authorId: true,
        author: name,
        acceptedPostId: true,
        lockedAt: true,
        hiddenAt: true,
        isPinned: true,
        createdAt: true,
        postCount: true,
        lastPostNumber: true,
        category: {
          select: {
            id: true,
            title: true,
            isPublic: true,
            programme: { select: { id: true, slug: true, title: true, shortTitle: true } },
          },
        },
      },
    }),
    "thread",
  );
  const { programme, ...itsCategory } = category;
  const rights = { programmeId: programme.id, authorId: thread.authorId };
  const isOpen = thread.lockedAt === null && thread.hiddenAt === null;
  return {
    ...thread,
    programmeId: programme.id,
    programme,
    category: itsCategory,
    opener: actor.isVisitor ? null : author,
    tracks: canKeepTrack(actor, rights),
    speaksForItself: canPostInOwnName(actor, rights),
    mayReply: canPost(actor, rights) && isOpen,
    mayAccept: canAccept(actor, rights),
    mayRename: canRenameThread(actor, rights),
    mayModerate: canModerate(actor, rights),
    isOpen,
  };
}

/** The answer, with who accepted it and when; visitors read no names. */
async function findAccepted(actor: Actor, thread: { id: string; acceptedPostId: string | null }) {
  if (!thread.acceptedPostId) return null;
  const [post, event] = await Promise.all([
    db.post.findUnique({ where: { id: thread.acceptedPostId }, select: { id: true, number: true } }),
    db.event.findFirst({
      where: { subjectKind: "thread", subjectId: thread.id, kind: "forum.accepted" },
      orderBy: { seq: "desc" },
      select: { actorId: true, occurredAt: true },
    }),
  ]);
  if (!post) return null;
  const person =
    event?.actorId && !actor.isVisitor
      ? await db.person.findUnique({
          where: { id: event.actorId },
          select: { givenName: true, familyName: true },
        })
      : null;
  return {
    ...post,
    at: event?.occurredAt ?? null,
    by: person ? `${person.givenName} ${person.familyName}` : null,
  };
}

async function readTo(actor: Actor, threadId: string): Promise<number> {
  const read = await db.threadRead.findFirst({
    where: { personId: actor.personId ?? "", threadId },
    select: { lastReadNumber: true },
  });
  return read?.lastReadNumber ?? 0;
}

type Row = {
  id: string;
  hiddenAt: Date | null;
  authorId: string | null;
  author: { id: string; givenName: string; familyName: string } | null;
};

/** Adds the author's role, why a post is hidden, and what the actor may do with it. Visitors read bodies, not names. */
async function dress<Post extends Row>(actor: Actor, programmeId: string, posts: Post[]) {
  const authors = posts.flatMap((post) => post.authorId ?? []);
  const hidden = posts.filter((post) => post.hiddenAt).map(({ id }) => id);
  const [roles, reasons] = await Promise.all([
    db.roleAssignment.findMany({
      where: { programmeId, personId: { in: authors }, role: { in: ["COORDINATOR", "EXPERT"] } },
      orderBy: { role: "desc" },
      select: { personId: true, role: true },
    }),
    db.event.findMany({
      where: { subjectKind: "post", subjectId: { in: hidden }, kind: "forum.postHidden" },
      orderBy: { seq: "asc" },
      select: { subjectId: true, actorId: true, data: true },
    }),
  ]);
  const roleOf = new Map(roles.map((one) => [one.personId, one.role]));
  const reasonOf = new Map(reasons.map((one) => [one.subjectId, reasonIn(one.data)]));
  return posts.map(({ authorId, author, ...post }) => ({
    ...post,
    author:
      author && !actor.isVisitor ? { id: author.id, name: `${author.givenName} ${author.familyName}` } : null,
    isAnonymous: authorId === null,
    role: authorId ? (roleOf.get(authorId) ?? null) : null,
    hiddenReason: reasonOf.get(post.id) ?? null,
    mayEdit: canEditPost(actor, { programmeId, authorId }),
    isMine: authorId !== null && authorId === actor.personId,
  }));
}

function reasonIn(data: unknown): string | null {
  const reason = (data as { reason?: unknown } | null)?.reason;
  return typeof reason === "string" ? reason : null;
}

/** Who takes part and which bodies have not written yet, by the latest posts; for the programme's people. */
async function getCircle(actor: Actor, thread: { id: string; programmeId: string; tracks: boolean }) {
  if (!thread.tracks) return null;
  const [voices, enrolments] = await Promise.all([
    db.$queryRaw<{ id: string | null; name: string | null; bodyId: string | null }[]>`
      select a.id, a.given_name || ' ' || a.family_name as name, p.on_behalf_of_id as "bodyId"
      from (
        select distinct author_id, on_behalf_of_id from (
          select author_id, on_behalf_of_id from post
          where thread_id = ${thread.id}::uuid and hidden_at is null order by number desc limit 500
        ) latest
      ) p left join lateral (
        select id, given_name, family_name from person where id = p.author_id limit 1) a on true
      order by 2`,
    db.enrolment.findMany({
      where: { programmeId: thread.programmeId, state: { in: [...presentStates] } },
      orderBy: { organisation: { shortName: "asc" } },
      select: { organisation: { select: { id: true, shortName: true } } },
    }),
  ]);
  const people = new Map(
    voices.flatMap(({ id, name: called }) => (id && called ? [[id, called] as const] : [])),
  );
  const spoke = new Set(voices.map(({ bodyId }) => bodyId));
  const bodies = enrolments.map(({ organisation }) => organisation);
  return {
    people: [...people].map(([id, fullName]) => ({ id, name: fullName, isMe: id === actor.personId })),
    bodies: bodies.length,
    silent: bodies.filter(({ id }) => !spoke.has(id)).map(({ shortName }) => shortName),
  };
}
