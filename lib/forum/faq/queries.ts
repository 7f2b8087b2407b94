import "server-only";
import { canEditFaq, canKeepTrack, categoryVisibleTo } from "@/lib/forum/policy";
import { dress } from "@/lib/forum/posts/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** More questions than anybody reads on a page. */
const most = 300;

const person = { select: { id: true, givenName: true, familyName: true } } as const;

const entryFields = {
  id: true,
  question: true,
  lang: true,
  uses: true,
  version: true,
  sectionId: true,
  postId: true,
  thread: { select: { id: true, title: true, hiddenAt: true, acceptedPostId: true } },
  post: {
    select: {
      id: true,
      number: true,
      html: true,
      lang: true,
      createdAt: true,
      hiddenAt: true,
      authorId: true,
      author: person,
      onBehalfOf: { select: { id: true, shortName: true } },
    },
  },
} as const;

/**
 * What is asked often in a programme: headings in their order, questions below them by how many they helped. Shown is a
 * question of a category that the actor reads, while the answer chosen for it is the accepted one and nothing of it is
 * hidden. Whoever edits them is told of those that are not shown, too.
 */
export async function getFaq(actor: Actor, slug: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true },
    }),
    "programme",
  );
  const inProgramme = { programmeId: programme.id };
  const mayEdit = canEditFaq(actor, inProgramme);
  const [sections, rows] = await Promise.all([
    db.faqSection.findMany({
      where: { ...inProgramme, programme: programmeVisibleTo(actor) },
      orderBy: { position: "asc" },
      select: { id: true, title: true, version: true },
    }),
    db.faqEntry.findMany({
      where: {
        section: inProgramme,
        thread: { category: categoryVisibleTo(actor), ...(mayEdit ? {} : { hiddenAt: null }) },
        ...(mayEdit ? {} : { post: { hiddenAt: null } }),
      },
      orderBy: [{ uses: "desc" }, { addedAt: "asc" }, { id: "asc" }],
      take: most,
      select: entryFields,
    }),
  ]);
  const entries = rows
    .map((row) => ({ ...row, isShown: isShown(row) }))
    .filter((row) => mayEdit || row.isShown);
  const answers = await dress(
    actor,
    programme.id,
    entries.map(({ post }) => post),
  );
  const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
  const dressed = entries.map(({ post, thread, ...entry }) => ({
    ...entry,
    threadId: thread.id,
    thread: thread.title,
    answer: found(answerOf.get(post.id)),
  }));
  const shownSections = sections.map((section) => ({
    ...section,
    entries: dressed.filter(({ sectionId, isShown: shown }) => shown && sectionId === section.id),
  }));
  return {
    ...programme,
    mayEdit,
    tracks: canKeepTrack(actor, inProgramme),
    // A heading without a question to read says nothing to who only reads.
    sections: mayEdit ? shownSections : shownSections.filter((section) => section.entries.length > 0),
    left: dressed.filter((entry) => !entry.isShown),
  };
}

export type Faq = Awaited<ReturnType<typeof getFaq>>;
export type FaqSection = Faq["sections"][number];
export type ShownFaqEntry = Faq["left"][number];

/** For the page of a solved thread: whether it is asked often already, and under what it could be; for who edits them. */
export async function getFaqPlace(
  actor: Actor,
  thread: { id: string; programmeId: string; acceptedPostId: string | null },
) {
  if (!canEditFaq(actor, thread)) return null;
  const [entry, sections] = await Promise.all([
    db.faqEntry.findUnique({
      where: { threadId: thread.id },
      select: { id: true, postId: true, question: true },
    }),
    db.faqSection.findMany({
      where: { programmeId: thread.programmeId },
      orderBy: { position: "asc" },
      select: { id: true, title: true },
    }),
  ]);
  const isCurrent = entry !== null && entry.postId === thread.acceptedPostId;
  return { question: entry?.question ?? null, isCurrent, mayPut: thread.acceptedPostId !== null, sections };
}

export type FaqPlace = NonNullable<Awaited<ReturnType<typeof getFaqPlace>>>;

/** Whether the FAQ of a programme holds anything that the actor reads. */
export async function hasFaq(actor: Actor, programmeId: string): Promise<boolean> {
  const entry = await db.faqEntry.findFirst({
    where: {
      section: { programmeId },
      thread: { category: categoryVisibleTo(actor), hiddenAt: null, acceptedPostId: { not: null } },
      post: { hiddenAt: null },
    },
    select: { id: true },
  });
  return entry !== null;
}

type Row = {
  postId: string;
  thread: { hiddenAt: Date | null; acceptedPostId: string | null };
  post: { hiddenAt: Date | null };
};

function isShown({ postId, thread, post }: Row): boolean {
  return thread.acceptedPostId === postId && thread.hiddenAt === null && post.hiddenAt === null;
}
