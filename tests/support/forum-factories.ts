import { randomUUID } from "node:crypto";
import type { OpenThread, Reply } from "@/lib/forum/schema";
import { db } from "@/lib/platform/db";
import type { ThreadState } from "@/lib/platform/db/generated/enums";
import { rendererVersion } from "@/lib/platform/markdown";
import { moment } from "@/tests/support/factories";

/** A category of a programme, at the end. */
export async function aCategory(
  programmeId: string,
  facts: { title?: string; description?: string; isPublic?: boolean } = {},
): Promise<{ id: string; version: number; position: number }> {
  const position = (await db.category.count({ where: { programmeId } })) + 1;
  return db.category.create({
    data: { programmeId, position, title: `Categoria ${position}`, ...facts },
    select: { id: true, version: true, position: true },
  });
}

/** A post of a thread, with a given number. */
export async function aPost(
  threadId: string,
  number: number,
  facts: {
    authorId?: string | null;
    onBehalfOfId?: string | null;
    markdown?: string;
    html?: string;
    hiddenAt?: Date | null;
    rendererVersion?: number;
  } = {},
): Promise<{ id: string; number: number; version: number }> {
  const markdown = facts.markdown ?? `Messaggio ${number}`;
  return db.post.create({
    data: {
      threadId,
      number,
      html: `<p>${markdown}</p>`,
      rendererVersion,
      createdAt: new Date(moment.getTime() - 86_400_000 + number),
      ...facts,
      markdown,
    },
    select: { id: true, number: true, version: true },
  });
}

/** A thread with posts numbered from 1, each by the given author in turn. */
export async function aThread(
  categoryId: string,
  facts: {
    title?: string;
    state?: ThreadState;
    authors?: (string | null)[];
    hiddenAt?: Date;
    lockedAt?: Date;
    isPinned?: boolean;
    lastPostAt?: Date;
  } = {},
): Promise<{ id: string; version: number; posts: { id: string; number: number; version: number }[] }> {
  const { authors = [null], lastPostAt = new Date(moment.getTime() - 3_600_000), ...columns } = facts;
  const thread = await db.thread.create({
    data: {
      categoryId,
      title: "Come si fa?",
      ...columns,
      authorId: authors[0] ?? null,
      createdAt: new Date(moment.getTime() - 86_400_000),
      lastPostAt,
      lastPostNumber: authors.length,
      postCount: authors.length,
    },
    select: { id: true, version: true },
  });
  const posts: { id: string; number: number; version: number }[] = [];
  for (const [index, authorId] of authors.entries())
    posts.push(await aPost(thread.id, index + 1, { authorId }));
  return { ...thread, posts };
}

/** What the form of a new thread sends. */
export function threadForm(categoryId: string, facts: Partial<OpenThread> = {}): OpenThread {
  return {
    categoryId,
    title: "Come si fa?",
    text: "Chi lo sa?",
    lang: "it",
    submissionKey: randomUUID(),
    ...facts,
  };
}

/** What the form of a reply sends. */
export function replyForm(threadId: string, facts: Partial<Reply> = {}): Reply {
  return { threadId, text: "Si fa così.", lang: "it", submissionKey: randomUUID(), ...facts };
}
