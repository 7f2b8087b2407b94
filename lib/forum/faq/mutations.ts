import "server-only";
import type {
  ChangeFaqEntry,
  MoveFaqSection,
  PutIntoFaq,
  RenameFaqSection,
  TakeOutOfFaq,
} from "@/lib/forum/faq/schema";
import { canEditFaq, categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { stepInOrder } from "@/lib/platform/lists/order";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

export type FaqPlace = { slug: string };

/**
 * Puts a solved thread among what is asked often, with a short question and the answer accepted now. One that is there
 * with an answer that is no longer the accepted one gets the new answer; what it has helped stays counted.
 */
export async function putIntoFaq(actor: Actor, input: PutIntoFaq): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    // Held as moderation holds it: the answer stays the accepted one until it stands there.
    await tx.$executeRaw`select 1 from thread where id = ${input.threadId}::uuid for update`;
    const thread = found(
      await tx.thread.findFirst({
        where: { AND: [{ id: input.threadId }, threadVisibleTo(actor)] },
        select: {
          id: true,
          hiddenAt: true,
          acceptedPostId: true,
          category: { select: { programmeId: true, programme: { select: { slug: true } } } },
          faqEntry: { select: { id: true, postId: true, sectionId: true } },
        },
      }),
      "thread",
    );
    const { programmeId, programme } = thread.category;
    authorise(canEditFaq(actor, { programmeId }));
    const { acceptedPostId: postId, faqEntry: before } = thread;
    if (!postId || thread.hiddenAt) throw new DomainError("forum.onlySolvedIntoFaq");
    if (before?.postId === postId) throw new DomainError("forum.inFaqAlready");
    const sectionId = await chooseSection(tx, programmeId, input);
    const fields = { postId, sectionId, question: input.question, lang: input.lang };
    const added = { addedById: actor.personId, addedAt: actor.at };
    const { id } = before
      ? await tx.faqEntry.update({
          where: { id: before.id },
          data: { ...fields, version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.faqEntry.create({
          data: { ...fields, ...added, threadId: thread.id },
          select: { id: true },
        });
    if (before) await dropEmpty(tx, before.sectionId);
    await recordEvent(tx, actor, {
      kind: "forum.faqEntryAdded",
      subject: { kind: "faqEntry", id },
      programmeId,
      data: { threadId: thread.id, postId, renewed: before !== null },
    });
    return { slug: programme.slug };
  });
}

/** Words a question anew or puts it under another heading. */
export async function changeFaqEntry(actor: Actor, input: ChangeFaqEntry): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    const entry = await findEntry(tx, actor, input.id);
    authorise(canEditFaq(actor, entry));
    const sectionId = await chooseSection(tx, entry.programmeId, input);
    const { count } = await tx.faqEntry.updateMany({
      where: { id: input.id, version: input.version },
      data: { question: input.question, sectionId, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "faqEntry", id: input.id });
    await dropEmpty(tx, entry.sectionId);
    await recordEvent(tx, actor, {
      kind: "forum.faqEntryChanged",
      subject: { kind: "faqEntry", id: input.id },
      programmeId: entry.programmeId,
      data: { threadId: entry.threadId, sectionId },
    });
    return { slug: entry.slug };
  });
}

/** Takes a question out; its thread stays as it is. */
export async function takeOutOfFaq(actor: Actor, { id, version }: TakeOutOfFaq): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    const entry = await findEntry(tx, actor, id);
    authorise(canEditFaq(actor, entry));
    const { count } = await tx.faqEntry.deleteMany({ where: { id, version } });
    await assertUnchanged(tx, count, { kind: "faqEntry", id });
    await dropEmpty(tx, entry.sectionId);
    await recordEvent(tx, actor, {
      kind: "forum.faqEntryRemoved",
      subject: { kind: "faqEntry", id },
      programmeId: entry.programmeId,
      data: { threadId: entry.threadId },
    });
    return { slug: entry.slug };
  });
}

/** Gives a heading another name. */
export async function renameFaqSection(actor: Actor, input: RenameFaqSection): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    const section = await findSection(tx, actor, input.id);
    authorise(canEditFaq(actor, section));
    const { count } = await tx.faqSection.updateMany({
      where: { id: input.id, version: input.version },
      data: { title: input.title, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "faqSection", id: input.id });
    await recordEvent(tx, actor, {
      kind: "forum.faqSectionRenamed",
      subject: { kind: "faqSection", id: input.id },
      programmeId: section.programmeId,
    });
    return { slug: section.programme.slug };
  });
}

/** Moves a heading one place up or down; at the end it stays. */
export async function moveFaqSection(actor: Actor, input: MoveFaqSection): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    const { programmeId, programme } = await findSection(tx, actor, input.id);
    authorise(canEditFaq(actor, { programmeId }));
    await holdOrder(tx, programmeId);
    const order = await tx.faqSection.findMany({
      where: { programmeId },
      orderBy: { position: "asc" },
      select: { id: true, position: true },
    });
    const moved = await stepInOrder(order, input, (id, position) =>
      tx.faqSection.update({ where: { id }, data: { position }, select: { id: true } }),
    );
    if (moved)
      await recordEvent(tx, actor, {
        kind: "forum.faqSectionMoved",
        subject: { kind: "faqSection", id: input.id },
        programmeId,
        data: moved,
      });
    return { slug: programme.slug };
  });
}

/**
 * Counts that an answer helped: one more, and nothing of whom. No event, as for what is taken from the library: the log
 * would hold what is not to be known.
 * @throws NotFoundError for a question that the actor does not read
 */
export async function countHelped(actor: Actor, id: string): Promise<FaqPlace> {
  return inTransaction(async (tx) => {
    const { section, thread, postId } = found(
      await tx.faqEntry.findFirst({
        where: {
          id,
          thread: { category: categoryVisibleTo(actor), hiddenAt: null },
          post: { hiddenAt: null },
        },
        select: {
          postId: true,
          thread: { select: { acceptedPostId: true } },
          section: { select: { programme: { select: { slug: true } } } },
        },
      }),
      "question",
    );
    found(thread.acceptedPostId === postId || null, "question");
    await tx.faqEntry.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
    return { slug: section.programme.slug };
  });
}

async function findEntry(tx: Tx, actor: Actor, id: string) {
  const { section, ...entry } = found(
    await tx.faqEntry.findFirst({
      where: { id, thread: threadVisibleTo(actor) },
      select: {
        threadId: true,
        sectionId: true,
        section: { select: { programmeId: true, programme: { select: { slug: true } } } },
      },
    }),
    "question",
  );
  return { ...entry, programmeId: section.programmeId, slug: section.programme.slug };
}

async function findSection(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.faqSection.findFirst({
      where: { id, programme: programmeVisibleTo(actor) },
      select: { programmeId: true, programme: { select: { slug: true } } },
    }),
    "section",
  );
}

/** The heading that was chosen, or the new one, at the end. */
async function chooseSection(
  tx: Tx,
  programmeId: string,
  { sectionId, newSection }: Pick<PutIntoFaq, "sectionId" | "newSection">,
): Promise<string> {
  await holdOrder(tx, programmeId);
  if (newSection) {
    const last = await tx.faqSection.aggregate({ where: { programmeId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const { id } = await tx.faqSection.create({
      data: { programmeId, position, title: newSection },
      select: { id: true },
    });
    return id;
  }
  if (!sectionId) throw new DomainError("forum.chooseSection", {}, "newSection");
  const section = await tx.faqSection.findFirst({
    where: { id: sectionId, programmeId },
    select: { id: true },
  });
  return found(section, "section").id;
}

// A heading goes with its last question: an empty one would have to be removed by hand.
async function dropEmpty(tx: Tx, sectionId: string): Promise<void> {
  await tx.faqSection.deleteMany({ where: { id: sectionId, entries: { none: {} } } });
}

// Whoever adds, orders or empties headings at once takes turns.
async function holdOrder(tx: Tx, programmeId: string): Promise<void> {
  await tx.$executeRaw`select 1 from programme where id = ${programmeId}::uuid for update`;
}
