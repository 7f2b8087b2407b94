import "server-only";
import { canAnimate } from "@/lib/animation/policy";
import type { AddPrompt, ChangePrompt, RemovePrompt, UsePrompt } from "@/lib/animation/prompts/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { workedOnBy } from "@/lib/programmes/policy";

export type PromptPlace = { slug: string };

/** Adds a text to begin with, of one programme. */
export async function addPrompt(actor: Actor, input: AddPrompt): Promise<PromptPlace> {
  return inTransaction(async (tx) => {
    const programme = await findProgramme(tx, actor, input.programme);
    authorise(canAnimate(actor, { programmeId: programme.id }));
    const { id } = await tx.prompt.create({
      data: {
        programmeId: programme.id,
        stage: input.stage,
        title: input.title,
        markdown: input.text,
        lang: input.lang,
        addedById: actor.personId,
        addedAt: actor.at,
      },
      select: { id: true },
    });
    await record(tx, actor, { id, programmeId: programme.id }, "animation.promptAdded");
    return { slug: programme.slug };
  });
}

/** Words a programme's own text anew. Those of the portal are nobody's to change here. */
export async function changePrompt(actor: Actor, input: ChangePrompt): Promise<PromptPlace> {
  return inTransaction(async (tx) => {
    const prompt = await findOwn(tx, actor, input.id);
    authorise(canAnimate(actor, prompt));
    const { count } = await tx.prompt.updateMany({
      where: { id: input.id, version: input.version },
      data: { stage: input.stage, title: input.title, markdown: input.text, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "prompt", id: input.id });
    await record(tx, actor, prompt, "animation.promptChanged");
    return { slug: prompt.slug };
  });
}

/** Removes a programme's own text; what was begun with it stays. */
export async function removePrompt(actor: Actor, { id, version }: RemovePrompt): Promise<PromptPlace> {
  return inTransaction(async (tx) => {
    const prompt = await findOwn(tx, actor, id);
    authorise(canAnimate(actor, prompt));
    const { count } = await tx.prompt.deleteMany({ where: { id, version } });
    await assertUnchanged(tx, count, { kind: "prompt", id });
    await record(tx, actor, prompt, "animation.promptRemoved");
    return { slug: prompt.slug };
  });
}

/** Counts that somebody begins with a text, and says where: at once in a category, or later, perhaps in a discussion. */
export async function beginWith(
  actor: Actor,
  input: UsePrompt,
): Promise<{ slug: string; promptId: string; categoryId: string | null; threadId: string | null }> {
  return inTransaction(async (tx) => {
    const programme = await findProgramme(tx, actor, input.programme);
    authorise(canAnimate(actor, { programmeId: programme.id }));
    const isNow = input.next === "now";
    if (isNow && !input.categoryId) throw new DomainError("animation.chooseCategory", {}, "categoryId");
    const { count } = await tx.prompt.updateMany({
      where: { id: input.id, OR: [{ programmeId: null }, { programmeId: programme.id }] },
      data: { uses: { increment: 1 } },
    });
    found(count > 0 || null, "prompt");
    return {
      slug: programme.slug,
      promptId: input.id,
      categoryId: isNow ? (input.categoryId ?? null) : null,
      threadId: isNow ? null : (input.threadId ?? null),
    };
  });
}

async function findProgramme(tx: Tx, actor: Actor, slug: string) {
  return found(
    await tx.programme.findFirst({
      where: { AND: [{ slug }, workedOnBy(actor)] },
      select: { id: true, slug: true },
    }),
    "programme",
  );
}

async function findOwn(tx: Tx, actor: Actor, id: string) {
  const { programme } = found(
    await tx.prompt.findFirst({
      where: { id, programme: workedOnBy(actor) },
      select: { programme: { select: { id: true, slug: true } } },
    }),
    "prompt",
  );
  return { id, programmeId: found(programme, "prompt").id, slug: found(programme, "prompt").slug };
}

type Kind = "animation.promptAdded" | "animation.promptChanged" | "animation.promptRemoved";

async function record(
  tx: Tx,
  actor: Actor,
  prompt: { id: string; programmeId: string },
  kind: Kind,
): Promise<void> {
  await recordEvent(tx, actor, {
    kind,
    subject: { kind: "prompt", id: prompt.id },
    programmeId: prompt.programmeId,
  });
}
