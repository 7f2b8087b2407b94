import "server-only";
import { canAnimate } from "@/lib/animation/policy";
import { promptStages } from "@/lib/animation/prompts/schema";
import { getAnimated, getThreadOf } from "@/lib/animation/scheduling/queries";
import { categoryVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** More than anybody looks through. */
const most = 300;

/**
 * Texts to begin with, of the portal and of a programme, by when they are of use and how often they were used; `threadId`
 * where one is looked for to answer in a discussion.
 */
export async function listPrompts(actor: Actor, slug: string, threadId?: string) {
  const programme = await getAnimated(actor, slug);
  const [prompts, categories, thread] = await Promise.all([
    db.prompt.findMany({
      where: { OR: [{ programmeId: null }, { programmeId: programme.id }] },
      orderBy: [{ stage: "asc" }, { uses: "desc" }, { id: "asc" }],
      take: most,
      select: {
        id: true,
        stage: true,
        title: true,
        markdown: true,
        lang: true,
        uses: true,
        version: true,
        programmeId: true,
      },
    }),
    db.category.findMany({
      where: { AND: [{ programmeId: programme.id }, categoryVisibleTo(actor)] },
      orderBy: { position: "asc" },
      select: { id: true, title: true, isPublic: true },
    }),
    threadId ? getThreadOf(actor, programme.id, threadId) : null,
  ]);
  const shown = prompts.map(({ programmeId, ...prompt }) => ({ ...prompt, isOwn: programmeId !== null }));
  return {
    programme,
    categories,
    thread,
    stages: promptStages
      .map((stage) => ({ stage, prompts: shown.filter((prompt) => prompt.stage === stage) }))
      .filter(({ prompts: those }) => those.length > 0),
  };
}

export type PromptLibrary = Awaited<ReturnType<typeof listPrompts>>;
export type ShownPrompt = PromptLibrary["stages"][number]["prompts"][number];

/** A text to begin with in a programme, for its composer; null where the actor has no use for it. */
export async function findPrompt(actor: Actor, programmeId: string, id: string) {
  if (!canAnimate(actor, { programmeId })) return null;
  return db.prompt.findFirst({
    where: { id, OR: [{ programmeId: null }, { programmeId }] },
    select: { id: true, title: true, markdown: true },
  });
}
