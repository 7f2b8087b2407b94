import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";
import { announceChange } from "@/lib/platform/page-cache/announce";

const batch = 100;

/**
 * Makes the HTML of posts anew that an older renderer made. A post edited meanwhile is left alone: its edit has
 * rendered it. @returns how many
 */
export async function rebuildPosts(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const posts = await db.post.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { id: true, version: true, markdown: true, mentions: { select: { name: true } } },
    });
    for (const post of posts) {
      const names = post.mentions.map(({ name }) => name);
      const { html, version } = renderMarkdown(post.markdown, names);
      await db.post.updateMany({
        where: { id: post.id, version: post.version },
        data: { html, rendererVersion: version },
      });
    }
    if (posts.length > 0) await inTransaction((tx) => announceChange(tx, ["everything"]));
    rebuilt += posts.length;
    if (posts.length < batch) return rebuilt;
  }
}
