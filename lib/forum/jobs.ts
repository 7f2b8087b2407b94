import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";

const batch = 200;

/** Renders anew the posts whose HTML an older renderer made. @returns how many */
export async function rebuildPosts(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const posts = await db.post.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { id: true, markdown: true, version: true },
    });
    for (const { id, markdown, version } of posts) {
      const { html } = renderMarkdown(markdown);
      // An edit in between has written newer HTML already.
      await db.post.updateMany({ where: { id, version }, data: { html, rendererVersion } });
    }
    rebuilt += posts.length;
    if (posts.length < batch) return rebuilt;
  }
}
