import "server-only";
import { registerObject, type StoredFile } from "@/lib/documents/commands";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { freeSlug, slugOf } from "@/lib/platform/slug";
import { assertUnchanged } from "@/lib/platform/stale";
import { nextItemState } from "@/lib/reuse/lifecycle";
import {
  canManageLibrary,
  isPublishable,
  itemListedFor,
  itemVisibleTo,
  releasable,
} from "@/lib/reuse/policy";
import type { ChangeItem, PublishItem, RestoreItem, WithdrawItem } from "@/lib/reuse/schema";
import { offeredLicences } from "@/lib/reuse/vocabulary";

/** Where who changed an item goes on. */
export type ItemPlace = { id: string; slug: string };

const coverKinds = ["image/png", "image/jpeg"];

/** A document that is to be published, checked before the bytes of a cover are taken. */
export async function checkMayPublish(actor: Actor, documentId: string): Promise<void> {
  await findPublishable(db, actor, documentId);
}

/** Gives a document to everybody: its approved version as the first release of a new item. */
export async function publishItem(
  actor: Actor,
  input: PublishItem,
  cover: StoredFile | null = null,
): Promise<ItemPlace> {
  return inTransaction(async (tx) => {
    const document = await findPublishable(tx, actor, input.document);
    // Two who publish at once: the second waits here, and finds the item; or finds the document removed.
    const held = await tx.$queryRaw<unknown[]>`
      select 1 from document where id = ${document.id}::uuid and removed_at is null for update`;
    found(held[0], "document");
    const there = await tx.reuseItem.count({ where: { documentId: document.id } });
    if (there > 0) throw new DomainError("reuse.publishedAlready");
    const [last] = document.versions;
    if (!last) throw new DomainError("reuse.notApproved");
    if (last.id !== input.versionId) throw new DomainError("reuse.newerVersion", { number: last.number });
    await assertAdaptable(tx, actor, input.adaptationOf);
    const slug = await nextSlug(tx, input.title);
    const { id } = await tx.reuseItem.create({
      data: {
        slug,
        programmeId: document.programmeId,
        documentId: document.id,
        organisationId: document.space.organisationId,
        publishedAt: actor.at,
        publishedById: actor.personId,
        ...columns(actor, input),
        ...(await coverColumns(tx, actor, cover)),
        releases: {
          create: { number: 1, versionId: last.id, releasedAt: actor.at, releasedById: actor.personId },
        },
      },
      select: { id: true },
    });
    await record(
      tx,
      actor,
      { id, programmeId: document.programmeId },
      {
        kind: "reuse.published",
        data: { document: document.id, licence: input.licence },
      },
    );
    return { id, slug: document.space.programme.slug };
  });
}

/** An item whose form may bring a new cover, checked before its bytes are taken. */
export async function checkMayChange(actor: Actor, id: string): Promise<void> {
  await findManaged(db, actor, id);
}

/** Changes what is said of an item, and its cover. */
export async function changeItem(
  actor: Actor,
  input: ChangeItem,
  cover: StoredFile | null = null,
): Promise<ItemPlace> {
  return inTransaction(async (tx) => {
    const item = await findManaged(tx, actor, input.id);
    const isOffered = (offeredLicences as readonly string[]).includes(input.licence);
    if (!isOffered && input.licence !== item.licence) throw new DomainError("chooseOne", {}, "licence");
    if (input.adaptationOf !== item.adaptationOfId) {
      await assertAdaptable(tx, actor, input.adaptationOf);
      await assertNoCircle(tx, item.id, input.adaptationOf);
    }
    const removed = input.withoutCover ? { coverSha256: null, coverMimeType: null } : {};
    await change(tx, input, {
      ...columns(actor, input),
      ...(cover ? await coverColumns(tx, actor, cover) : removed),
    });
    await record(tx, actor, item, { kind: "reuse.changed", data: { licence: input.licence } });
    return placeOf(item);
  });
}

/** Takes an item out of the library. Its page stays and says why; nothing can be taken from it any more. */
export async function withdrawItem(actor: Actor, input: WithdrawItem): Promise<ItemPlace> {
  return inTransaction(async (tx) => {
    const item = await findManaged(tx, actor, input.id);
    await change(tx, input, {
      state: nextItemState(item.state, "withdraw"),
      withdrawnAt: actor.at,
      withdrawnById: actor.personId,
      withdrawalReason: input.reason,
      withdrawalNote: input.note,
      modifiedAt: actor.at,
    });
    await record(tx, actor, item, { kind: "reuse.withdrawn", data: { reason: input.reason } });
    return placeOf(item);
  });
}

/** Puts a withdrawn item back, with its releases and declarations as they were. */
export async function restoreItem(actor: Actor, input: RestoreItem): Promise<ItemPlace> {
  return inTransaction(async (tx) => {
    const item = await findManaged(tx, actor, input.id);
    await change(tx, input, {
      state: nextItemState(item.state, "restore"),
      withdrawnAt: null,
      withdrawnById: null,
      withdrawalReason: null,
      withdrawalNote: "",
      modifiedAt: actor.at,
    });
    await record(tx, actor, item, { kind: "reuse.restored" });
    return placeOf(item);
  });
}

async function findPublishable(tx: Tx, actor: Actor, id: string) {
  const document = found(
    await tx.document.findFirst({
      where: { AND: [{ id }, documentVisibleTo(actor)] },
      select: {
        id: true,
        kind: true,
        programmeId: true,
        deliverable: { select: { state: true } },
        space: { select: { organisationId: true, programme: { select: { slug: true } } } },
        versions: {
          where: releasable,
          orderBy: { number: "desc" },
          take: 1,
          select: { id: true, number: true },
        },
      },
    }),
    "document",
  );
  authorise(canManageLibrary(actor, document));
  if (!isPublishable(document)) throw new DomainError("reuse.notApproved");
  return document;
}

async function findManaged(tx: Tx, actor: Actor, id: string) {
  const item = found(
    await tx.reuseItem.findFirst({
      where: { AND: [{ id }, itemVisibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        state: true,
        licence: true,
        adaptationOfId: true,
        programme: { select: { slug: true } },
      },
    }),
    "item",
  );
  authorise(canManageLibrary(actor, item));
  return item;
}

async function change(tx: Tx, input: { id: string; version: number }, data: object): Promise<void> {
  const { count } = await tx.reuseItem.updateMany({
    where: { id: input.id, version: input.version },
    data: { ...data, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "reuseItem", id: input.id });
}

async function assertAdaptable(tx: Tx, actor: Actor, id: string | null): Promise<void> {
  if (id === null) return;
  const original = await tx.reuseItem.count({ where: { AND: [{ id }, itemListedFor(actor)] } });
  if (original === 0) throw new DomainError("chooseOne", {}, "adaptationOf");
}

// Each step up is locked: of two who make each other's item their original at once, one is told.
async function assertNoCircle(tx: Tx, id: string, original: string | null): Promise<void> {
  let at = original;
  while (at !== null) {
    if (at === id) throw new DomainError("reuse.circle", {}, "adaptationOf");
    const [above] = await tx.$queryRaw<{ next: string | null }[]>`
      select adaptation_of_id::text as next from reuse_item where id = ${at}::uuid for update`;
    at = above?.next ?? null;
  }
}

async function nextSlug(tx: Tx, title: string): Promise<string> {
  const base = slugOf(title, { instead: "scheda" });
  // Of two items of one title the second is to have a number, and not to be refused.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('reuse_item.slug'), hashtext(${base}))`;
  const taken = await tx.reuseItem.findMany({
    where: { OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] },
    select: { slug: true },
  });
  return freeSlug(base, new Set(taken.map(({ slug }) => slug)));
}

async function coverColumns(tx: Tx, actor: Actor, cover: StoredFile | null) {
  if (!cover) return {};
  if (!coverKinds.includes(cover.mimeType)) throw new DomainError("reuse.coverKind", {}, "file");
  await registerObject(tx, actor, cover);
  return { coverSha256: cover.sha256, coverMimeType: cover.mimeType };
}

function columns(actor: Actor, input: PublishItem | ChangeItem) {
  return {
    title: input.title,
    abstract: input.abstract,
    lang: input.lang,
    licence: input.licence,
    subjects: input.subjects,
    authors: input.authors,
    adaptationOfId: input.adaptationOf,
    modifiedAt: actor.at,
  };
}

async function record(
  tx: Tx,
  actor: Actor,
  item: { id: string; programmeId: string },
  event: Pick<NewEvent, "kind" | "data">,
): Promise<void> {
  const { id, programmeId } = item;
  await recordEvent(tx, actor, { ...event, subject: { kind: "reuseItem", id }, programmeId });
}

function placeOf(item: { id: string; programme: { slug: string } }): ItemPlace {
  return { id: item.id, slug: item.programme.slug };
}
