import { expect, test } from "vitest";
import { rebuildPosts } from "@/lib/forum/jobs";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { rendererVersion } from "@/lib/platform/markdown";
import { aProgramme, moment } from "@/tests/support/factories";

test("posts of an older renderer are rendered anew, the others are left alone", async () => {
  const { id: programmeId } = await aProgramme();
  const category = await db.category.create({
    data: { programmeId, position: 1, title: "Domande" },
    select: { id: true },
  });
  const thread = await db.thread.create({
    data: { categoryId: category.id, title: "x" },
    select: { id: true },
  });
  const post = (number: number, version: number) => ({
    threadId: thread.id,
    number,
    markdown: "un **testo**",
    html: "as it was",
    rendererVersion: version,
  });
  await db.post.createMany({ data: [post(1, rendererVersion - 1), post(2, rendererVersion)] });
  expect(await rebuildPosts(systemActor("rebuild-derived", moment))).toBe(1);
  const posts = await db.post.findMany({
    orderBy: { number: "asc" },
    select: { html: true, rendererVersion: true },
  });
  expect(posts.map(({ html }) => html)).toEqual(["<p>un <strong>testo</strong></p>", "as it was"]);
  expect(posts.every((one) => one.rendererVersion === rendererVersion)).toBe(true);
});
