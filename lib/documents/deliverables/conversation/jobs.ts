import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";

const batch = 100;

/** Makes the HTML of messages anew that an older renderer made. @returns how many */
export async function rebuildMessages(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const messages = await db.deliverableMessage.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { id: true, markdown: true },
    });
    for (const { id, markdown } of messages) {
      const { html, version } = renderMarkdown(markdown);
      await db.deliverableMessage.updateMany({ where: { id }, data: { html, rendererVersion: version } });
    }
    rebuilt += messages.length;
    if (messages.length < batch) return rebuilt;
  }
}
