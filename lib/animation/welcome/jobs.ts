import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";

const batch = 100;

/** Makes the HTML of welcomes anew that an older renderer made. @returns how many */
export async function rebuildWelcomes(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const old = await db.programmeWelcome.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { programmeId: true, version: true, markdown: true },
    });
    for (const { programmeId, version, markdown } of old) {
      const { html, version: made } = renderMarkdown(markdown);
      await db.programmeWelcome.updateMany({
        where: { programmeId, version },
        data: { html, rendererVersion: made },
      });
    }
    rebuilt += old.length;
    if (old.length < batch) return rebuilt;
  }
}
