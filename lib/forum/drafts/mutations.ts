import "server-only";
import { type DraftPlace, dropDraft } from "@/lib/forum/drafts/commands";
import type { DiscardDraft, KeepDraft } from "@/lib/forum/drafts/schema";
import { canPost, categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import { lockSubmission } from "@/lib/forum/posts/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";

/** Where a draft stands, for the page that shows it, and when it was kept. */
export type DraftAt = {
  slug: string;
  place: { kind: "thread"; id: string; lastPostNumber: number } | { kind: "category"; id: string };
  at: Date;
};

/**
 * Keeps a text under way in its place, over the one before. Only its author sees it, so it is no event. What the same form
 * has published meanwhile is not kept again, whichever comes first.
 */
export async function keepDraft(actor: Actor, input: KeepDraft): Promise<DraftAt> {
  return inTransaction(async (tx) => {
    const { programmeId, draft, ...found } = await findPlace(tx, actor, input);
    authorise(canPost(actor, { programmeId }));
    const personId = actor.personId as string;
    await lockSubmission(tx, actor, input.submissionKey);
    const published = await tx.post.findUnique({
      where: { submissionKey: input.submissionKey },
      select: { id: true },
    });
    const kept = { ...found, at: actor.at };
    if (published) return kept;
    if (input.text.trim() === "" && input.title === "") {
      await dropDraft(tx, actor, draft);
      return kept;
    }
    const text = { title: input.title, markdown: input.text, updatedAt: actor.at };
    await tx.postDraft.upsert({
      where:
        "threadId" in draft
          ? { personId_threadId: { personId, ...draft } }
          : { personId_categoryId: { personId, ...draft } },
      create: { personId, ...draft, ...text },
      update: text,
      select: { id: true },
    });
    return kept;
  });
}

/** Throws a text of one's own away. */
export async function discardDraft(actor: Actor, { id }: DiscardDraft): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const personId = found(actor.personId, "draft");
    const draft = found(
      await tx.postDraft.findFirst({
        where: { id, personId },
        select: {
          thread: { select: { category: { select: { programme: { select: { slug: true } } } } } },
          category: { select: { programme: { select: { slug: true } } } },
        },
      }),
      "draft",
    );
    await tx.postDraft.deleteMany({ where: { id } });
    const { slug } = found(draft.category ?? draft.thread?.category, "category").programme;
    return { slug };
  });
}

async function findPlace(
  tx: Tx,
  actor: Actor,
  { threadId, categoryId }: KeepDraft,
): Promise<{ programmeId: string; draft: DraftPlace } & Omit<DraftAt, "at">> {
  const select = { id: true, programmeId: true, programme: { select: { slug: true } } } as const;
  if (threadId !== undefined) {
    const thread = found(
      await tx.thread.findFirst({
        where: { AND: [{ id: threadId }, threadVisibleTo(actor)] },
        select: { lastPostNumber: true, category: { select } },
      }),
      "thread",
    );
    const { programmeId, programme } = thread.category;
    const place = { kind: "thread" as const, id: threadId, lastPostNumber: thread.lastPostNumber };
    return { programmeId, slug: programme.slug, place, draft: { threadId } };
  }
  const category = found(
    await tx.category.findFirst({
      where: { AND: [{ id: categoryId ?? "" }, categoryVisibleTo(actor)] },
      select,
    }),
    "category",
  );
  return {
    programmeId: category.programmeId,
    slug: category.programme.slug,
    place: { kind: "category", id: category.id },
    draft: { categoryId: category.id },
  };
}
