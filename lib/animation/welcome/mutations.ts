import "server-only";
import { canTakeFirstSteps, canWelcome } from "@/lib/animation/policy";
import type { DismissFirstSteps, WriteWelcome } from "@/lib/animation/welcome/schema";
import { threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { renderMarkdown } from "@/lib/platform/markdown";
import { assertUnchanged } from "@/lib/platform/stale";
import { workedOnBy } from "@/lib/programmes/policy";

/**
 * Says how the new in a programme are greeted: the text, and the discussion in which they introduce themselves.
 * @throws DomainError animation.threadNotOpen for one that is hidden or closed
 */
export async function writeWelcome(actor: Actor, input: WriteWelcome): Promise<{ slug: string }> {
  const { html, version: rendererVersion } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const { id: programmeId, slug } = await findProgramme(tx, actor, input.programme);
    authorise(canWelcome(actor, { programmeId }));
    const threadId = input.threadId ? await findOpenThread(tx, actor, input.threadId, programmeId) : null;
    const written = { markdown: input.text, html, rendererVersion, threadId, changedAt: actor.at };
    const before = await tx.programmeWelcome.findUnique({
      where: { programmeId },
      select: { markdown: true, lang: true },
    });
    // A text that is only put right keeps its language, whatever the one of the page on which that is done.
    const lang = before?.markdown ? before.lang : input.lang;
    const { count } =
      input.version === 0
        ? await tx.programmeWelcome.createMany({
            data: [{ programmeId, lang, ...written }],
            skipDuplicates: true,
          })
        : await tx.programmeWelcome.updateMany({
            where: { programmeId, version: input.version },
            data: { ...written, lang, version: { increment: 1 } },
          });
    await assertUnchanged(tx, count, { kind: "welcome", id: programmeId });
    await recordEvent(tx, actor, {
      kind: "animation.welcomeWritten",
      subject: { kind: "welcome", id: programmeId },
      programmeId,
    });
    return { slug };
  });
}

/** Puts the first steps in a programme away, for oneself; done twice it is once. */
export async function dismissFirstSteps(actor: Actor, input: DismissFirstSteps): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const { id: programmeId, slug } = await findProgramme(tx, actor, input.programme);
    authorise(canTakeFirstSteps(actor, { programmeId }));
    const { count } = await tx.firstStepsDismissal.createMany({
      data: [{ personId: actor.personId ?? "", programmeId, dismissedAt: actor.at }],
      skipDuplicates: true,
    });
    if (count > 0)
      await recordEvent(tx, actor, {
        kind: "animation.firstStepsDismissed",
        subject: { kind: "programme", id: programmeId },
        programmeId,
      });
    return { slug };
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

/** A discussion of the programme that its people can read, and in which they can write. */
async function findOpenThread(tx: Tx, actor: Actor, id: string, programmeId: string): Promise<string> {
  const thread = found(
    await tx.thread.findFirst({
      where: { AND: [{ id, category: { programmeId, tableId: null } }, threadVisibleTo(actor)] },
      select: { hiddenAt: true, lockedAt: true },
    }),
    "thread",
  );
  if (thread.hiddenAt || thread.lockedAt) throw new DomainError("animation.threadNotOpen", {}, "threadId");
  return id;
}
