import "server-only";
import { canLink, canUnlink, targetVisibleTo } from "@/lib/discussions/policy";
import { getThing, type PlacedThing } from "@/lib/discussions/queries";
import type { Discuss, Link, Unlink } from "@/lib/discussions/schema";
import { linkSelect, type Thing, thingOf } from "@/lib/discussions/things";
import { renderPost } from "@/lib/forum/mentions/queries";
import { threadVisibleTo } from "@/lib/forum/policy";
import { startThread } from "@/lib/forum/posts/commands";
import { addLink, removeLink } from "@/lib/links/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";

/** A link's two ends, for the page to which one comes back. */
export type LinkPlace = { slug: string; threadId: string; thing: Thing };

/** Says that a thread is about a thing of its programme, once; whoever says it again changes nothing. */
export async function linkThread(actor: Actor, input: Link): Promise<LinkPlace> {
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, input.threadId);
    authorise(canLink(actor, thread));
    const thing = await getThing(actor, { kind: input.kind, id: input.target }, tx);
    found(thing.programmeId === thread.programmeId || null, input.kind);
    return writeLink(tx, actor, thread.id, thing);
  });
}

/** Takes it back that a thread is about a thing. */
export async function unlinkThread(actor: Actor, { id }: Unlink): Promise<LinkPlace> {
  return inTransaction(async (tx) => {
    const link = found(
      await tx.threadLink.findFirst({
        where: { AND: [{ id, thread: threadVisibleTo(actor) }, targetVisibleTo(actor)] },
        select: linkSelect,
      }),
      "link",
    );
    const thread = await findThread(tx, actor, link.threadId);
    authorise(canUnlink(actor, { ...thread, linkedById: link.linkedById }));
    const thing = found(thingOf(link), "link");
    if (await removeLink(tx, actor, id)) {
      await recordEvent(tx, actor, {
        kind: "discussions.unlinked",
        subject: { kind: "thread", id: thread.id },
        programmeId: thread.programmeId,
        data: { linkId: id, kind: thing.kind, target: thing.id },
      });
    }
    return { slug: thread.slug, threadId: thread.id, thing };
  });
}

/** Opens a discussion that is about a thing from its first post on. */
export async function discuss(actor: Actor, input: Discuss): Promise<LinkPlace> {
  const { kind, target, ...form } = input;
  const thing = await getThing(actor, { kind, id: target });
  const { programmeId } = thing;
  authorise(canLink(actor, thing));
  await consume("post", actor.personId ?? "");
  const rendered = await renderPost(actor, programmeId, form.text);
  return inTransaction(async (tx) => {
    const seen = await getThing(actor, { kind, id: target }, tx);
    const place = await startThread(tx, actor, { ...form, programmeId, rendered, keepsDraft: true });
    return writeLink(tx, actor, place.threadId, seen);
  });
}

async function writeLink(tx: Tx, actor: Actor, threadId: string, thing: PlacedThing): Promise<LinkPlace> {
  const { kind, id, programmeId, slug } = thing;
  const linkId = await addLink(tx, actor, { threadId, target: { kind, id } });
  if (linkId) {
    await recordEvent(tx, actor, {
      kind: "discussions.linked",
      subject: { kind: "thread", id: threadId },
      programmeId,
      data: { linkId, kind, target: id },
    });
  }
  return { slug, threadId, thing };
}

async function findThread(tx: Tx, actor: Actor, id: string) {
  const { category, ...thread } = found(
    await tx.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        id: true,
        category: { select: { programmeId: true, programme: { select: { slug: true } } } },
      },
    }),
    "thread",
  );
  return { ...thread, programmeId: category.programmeId, slug: category.programme.slug };
}
