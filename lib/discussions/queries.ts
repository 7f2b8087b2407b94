import "server-only";
import {
  canLink,
  canUnlink,
  decisionVisibleTo,
  pointVisibleTo,
  targetVisibleTo,
} from "@/lib/discussions/policy";
import {
  decisionSelect,
  deliverableSelect,
  linkSelect,
  pointSelect,
  type Thing,
  thingOf,
  thingOfDecision,
  thingOfDeliverable,
  thingOfPoint,
} from "@/lib/discussions/things";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import { categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import { readThread } from "@/lib/forum/posts/queries";
import { columnsOf, type LinkTarget, type TargetKind } from "@/lib/links/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import type { ThreadState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";

/** Choices shown of each kind: whoever does not find a thing among them looks for it by its name. */
const shown = 20;
/** More than anybody links. */
const most = 100;

export type LinkedThing = Thing & { linkId: string; mayUnlink: boolean };

/** What a thread is about, as far as the actor may see it. Asked only where the thread says that there is something. */
export async function listLinkedThings(
  actor: Actor,
  thread: { id: string; programmeId: string; linkCount: number },
): Promise<LinkedThing[]> {
  if (thread.linkCount === 0) return [];
  const links = await db.threadLink.findMany({
    where: { AND: [{ threadId: thread.id, thread: threadVisibleTo(actor) }, targetVisibleTo(actor)] },
    orderBy: [{ linkedAt: "asc" }, { id: "asc" }],
    take: most,
    select: linkSelect,
  });
  return links.flatMap((link) => {
    const thing = thingOf(link);
    const mayUnlink = canUnlink(actor, { programmeId: thread.programmeId, linkedById: link.linkedById });
    return thing ? [{ ...thing, linkId: link.id, mayUnlink }] : [];
  });
}

export type LinkedThread = {
  linkId: string;
  mayUnlink: boolean;
  id: string;
  title: string;
  state: ThreadState;
  isLocked: boolean;
  isHidden: boolean;
  postCount: number;
};

/** The discussions about some things of one kind that the actor reads, by the thing. */
export async function listLinkedThreads(
  actor: Actor,
  kind: TargetKind,
  ids: readonly string[],
): Promise<Map<string, LinkedThread[]>> {
  const found = new Map<string, LinkedThread[]>();
  if (ids.length === 0) return found;
  const column = columnOf[kind];
  const links = await db.threadLink.findMany({
    where: { AND: [{ [column]: { in: [...ids] }, thread: threadVisibleTo(actor) }, targetVisibleTo(actor)] },
    orderBy: [{ linkedAt: "asc" }, { id: "asc" }],
    take: most * 2,
    select: {
      id: true,
      linkedById: true,
      agendaItemId: true,
      decisionId: true,
      deliverableId: true,
      thread: {
        select: {
          id: true,
          title: true,
          state: true,
          lockedAt: true,
          hiddenAt: true,
          postCount: true,
          category: { select: { programmeId: true } },
        },
      },
    },
  });
  for (const { thread, linkedById, ...link } of links) {
    const target = link[column] ?? "";
    const { category, lockedAt, hiddenAt, ...facts } = thread;
    const row = {
      ...facts,
      linkId: link.id,
      mayUnlink: canUnlink(actor, { ...category, linkedById }),
      isLocked: lockedAt !== null,
      isHidden: hiddenAt !== null,
    };
    found.set(target, [...(found.get(target) ?? []), row]);
  }
  return found;
}

const columnOf = { point: "agendaItemId", decision: "decisionId", deliverable: "deliverableId" } as const;

export type PlacedThing = Thing & { programmeId: string; slug: string };

/** A thing that the actor sees, with its programme; `tx` where its row is to be read as a transaction sees it. */
export async function getThing(
  actor: Actor,
  { kind, id }: LinkTarget,
  tx: Tx | typeof db = db,
): Promise<PlacedThing> {
  const programme = { select: { id: true, slug: true } } as const;
  const placed = (thing: Thing, { id: programmeId, slug }: { id: string; slug: string }) => ({
    ...thing,
    programmeId,
    slug,
  });
  if (kind === "point") {
    const { session, ...row } = found(
      await tx.agendaItem.findFirst({
        where: { AND: [{ id }, pointVisibleTo(actor)] },
        select: { ...pointSelect, session: { select: { ...pointSelect.session.select, programme } } },
      }),
      "agendaItem",
    );
    const { programme: its, ...held } = session;
    return placed(thingOfPoint({ ...row, session: held }), its);
  }
  if (kind === "decision") {
    const { point, ...row } = found(
      await tx.decision.findFirst({
        where: { AND: [{ id }, decisionVisibleTo(actor)] },
        select: {
          ...decisionSelect,
          point: {
            select: {
              minutes: {
                select: {
                  state: true,
                  session: { select: { ...pointSelect.session.select, programme } },
                },
              },
            },
          },
        },
      }),
      "decision",
    );
    const { programme: its, ...session } = point.minutes.session;
    return placed(thingOfDecision({ ...row, point: { minutes: { ...point.minutes, session } } }), its);
  }
  const row = found(
    await tx.deliverable.findFirst({
      where: { AND: [{ id }, deliverableVisibleTo(actor)] },
      select: { ...deliverableSelect, request: { select: { title: true, programme } } },
    }),
    "deliverable",
  );
  return placed(thingOfDeliverable(row), row.request.programme);
}

/** What the page asks that adds a link to a thread: what it is about, and what else of its programme it could be about. */
export async function getLinking(actor: Actor, threadId: string, text: string) {
  const thread = await readThread(actor, threadId);
  authorise(canLink(actor, thread), "thread");
  const linked = await listLinkedThings(actor, thread);
  const none = { none: { threadId } };
  const { programmeId } = thread;
  const like = text ? { contains: text, mode: "insensitive" as const } : undefined;
  const [points, decisions, deliverables] = await Promise.all([
    db.agendaItem.findMany({
      where: {
        AND: [
          { session: { programmeId }, links: none, ...(like ? { title: like } : {}) },
          pointVisibleTo(actor),
        ],
      },
      orderBy: [{ session: { startsAt: "desc" } }, { position: "asc" }, { id: "asc" }],
      take: shown,
      select: pointSelect,
    }),
    db.decision.findMany({
      where: {
        AND: [
          { point: { minutes: { session: { programmeId } } }, links: none, ...(like ? { text: like } : {}) },
          decisionVisibleTo(actor),
        ],
      },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: shown,
      select: decisionSelect,
    }),
    db.deliverable.findMany({
      where: {
        AND: [
          { request: { programmeId, ...(like ? { title: like } : {}) }, links: none },
          deliverableVisibleTo(actor),
        ],
      },
      orderBy: [{ dueAt: "desc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
      take: shown,
      select: deliverableSelect,
    }),
  ]);
  return {
    thread,
    linked,
    things: [
      ...points.map(thingOfPoint),
      ...decisions.map(thingOfDecision),
      ...deliverables.map(thingOfDeliverable),
    ],
  };
}

/** A discussion that may be linked to a thing. */
export type Linkable = {
  id: string;
  title: string;
  state: ThreadState;
  posts: number;
  category: string;
};

/**
 * What the page asks on which a thing is brought into the forum: the thing, the discussions about it, and others of its
 * programme, the latest or those whose titles hold a text.
 */
export async function getDiscussing(actor: Actor, slug: string, target: LinkTarget, text: string) {
  const thing = await getThing(actor, target);
  authorise(canLink(actor, thing), target.kind);
  found(thing.slug === slug || null, target.kind);
  found(
    await db.programme.findFirst({ where: { AND: [{ slug }, workedOnBy(actor)] }, select: { id: true } }),
  );
  const categories = await db.category.findMany({
    where: { AND: [{ programmeId: thing.programmeId }, categoryVisibleTo(actor)] },
    orderBy: { position: "asc" },
    select: { id: true, title: true, isPublic: true },
  });
  const linked = (await listLinkedThreads(actor, target.kind, [target.id])).get(target.id) ?? [];
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const columns = columnsOf(target);
  // Each category gives its latest by its index.
  const threads = await db.$queryRaw<Linkable[]>`
    select t.id, t.title, t.state::text as state, t.post_count as posts, c.title as category
    from category c cross join lateral (
      select * from thread t
      where t.category_id = c.id and t.hidden_at is null
        and (${text} = '' or f_unaccent(lower(t.title)) like f_unaccent(lower(${like})))
        and not exists (select from thread_link l where l.thread_id = t.id and (
          l.agenda_item_id = ${columns.agendaItemId}::uuid or l.decision_id = ${columns.decisionId}::uuid
          or l.deliverable_id = ${columns.deliverableId}::uuid))
      order by t.last_post_at desc, t.id desc limit ${shown}
    ) t
    where c.id = any(${categories.map(({ id }) => id)}::uuid[])
    order by t.last_post_at desc, t.id desc limit ${shown}`;
  return { thing, categories, linked, threads };
}
