import "server-only";
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
import { db, type Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { canEnter } from "@/lib/programmes/policy";

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
    select: { id: true, filename: true, size: true, object: { select: { scan: true } } },
  },
} as const;

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

/** What every page of a thread reads of it. */
export const threadFields = {
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
  slowMinutes: true,
  linkCount: true,
  agendaCount: true,
  createdAt: true,
  postCount: true,
  lastPostNumber: true,
  category: {
    select: {
      id: true,
      title: true,
      isPublic: true,
      programme: { select: { id: true, slug: true, title: true, shortTitle: true, promoterId: true } },
    },
  },
} as const;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof threadFields }>;

/** A thread without its posts, with what the actor may do in it. */
export async function readThread(actor: Actor, id: string) {
  const row = await db.thread.findFirst({
    where: { AND: [{ id }, threadVisibleTo(actor)] },
    select: threadFields,
  });
  return withRights(actor, found(row, "thread"));
}

/** Adds to a thread what the actor may do in it. */
export function withRights<Row extends ThreadRow>(actor: Actor, { category, author, ...thread }: Row) {
  const { programme, ...itsCategory } = category;
  const rights = { programmeId: programme.id, authorId: thread.authorId };
  const isOpen = thread.lockedAt === null && thread.hiddenAt === null;
  return {
    ...thread,
    programmeId: programme.id,
    programme,
    category: itsCategory,
    opener: actor.isVisitor ? null : author,
    /** the reserved pages of its programme are open to the actor */
    mayEnter: canEnter(actor, programme),
    tracks: canKeepTrack(actor, rights),
    speaksForItself: canPostInOwnName(actor, rights),
    mayReply: canPost(actor, rights) && isOpen,
    mayAccept: canAccept(actor, rights),
    mayRename: canRenameThread(actor, rights),
    mayModerate: canModerate(actor, rights),
    isOpen,
  };
}

type Row = {
  id: string;
  hiddenAt: Date | null;
  authorId: string | null;
  author: { id: string; givenName: string; familyName: string } | null;
};

/** Adds the author's role, why a post is hidden, and what the actor may do with it. Visitors read bodies, not names. */
export async function dress<Post extends Row>(actor: Actor, programmeId: string, posts: Post[]) {
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
