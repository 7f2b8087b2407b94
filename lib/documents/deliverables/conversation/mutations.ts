import "server-only";
import { findDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import type { WriteMessage } from "@/lib/documents/deliverables/conversation/schema";
import { assertNotLocked } from "@/lib/documents/deliverables/lifecycle";
import { sideOf } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { renderMarkdown } from "@/lib/platform/markdown";

/** Writes to the other side: from the body to those who review, or from them to the body. It ends with the lock. */
export async function writeMessage(actor: Actor, input: WriteMessage): Promise<{ id: string; slug: string }> {
  const { html, version } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    const side = sideOf(actor, deliverable);
    if (!side) throw new ForbiddenError();
    assertNotLocked(deliverable.state);
    const { id } = await tx.deliverableMessage.create({
      data: {
        deliverableId: deliverable.id,
        side,
        markdown: input.text,
        html,
        rendererVersion: version,
        lang: input.lang,
        authorId: actor.personId,
        writtenAt: actor.at,
      },
      select: { id: true },
    });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.messageWritten",
      data: { messageId: id, side },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}
