import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor, readCursor } from "@/lib/platform/lists/cursor";
import { declarationShownTo } from "@/lib/reuse/declarations/policy";
import { canManageLibrary, itemListedFor, itemVisibleTo, releasable } from "@/lib/reuse/policy";
import type { ItemFilters } from "@/lib/reuse/schema";

const organisation = { select: { slug: true, name: true, shortName: true, website: true } } as const;

const listed = {
  id: true,
  slug: true,
  title: true,
  abstract: true,
  lang: true,
  licence: true,
  subjects: true,
  authors: true,
  coverSha256: true,
  publishedAt: true,
  modifiedAt: true,
  programme: { select: { slug: true, shortTitle: true } },
  releases: {
    where: { version: releasable },
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true, releasedAt: true },
  },
  _count: { select: { declarations: { where: { state: "SHOWN" } } } },
} satisfies Prisma.ReuseItemSelect;

export type ListedItem = Prisma.ReuseItemGetPayload<{ select: typeof listed }>;

/** Published items of all programmes, the last published first, a page at a time. */
export async function listItems(
  actor: Actor,
  filters: ItemFilters,
  size = 20,
): Promise<{ rows: ListedItem[]; next?: string }> {
  const ids = filters.q ? await findByText(filters.q) : null;
  const rows = await db.reuseItem.findMany({
    where: {
      AND: [
        itemListedFor(actor),
        ids ? { id: { in: ids } } : {},
        filters.subject ? { subjects: { has: filters.subject } } : {},
        filters.licence ? { licence: filters.licence } : {},
        filters.language ? { lang: filters.language } : {},
        filters.programme ? { programme: { slug: filters.programme } } : {},
        keysetBefore("publishedAt", readCursor(filters.after)),
      ],
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: listed,
  });
  return nextCursor(rows, size, ({ publishedAt, id }) => ({ at: publishedAt, id }));
}

/** The programmes that have something in the library, by name: what its list may be narrowed to. */
export async function listLibraryProgrammes(actor: Actor): Promise<{ slug: string; shortTitle: string }[]> {
  return db.programme.findMany({
    where: { reuseItems: { some: itemListedFor(actor) } },
    orderBy: { shortTitle: "asc" },
    take: 500,
    select: { slug: true, shortTitle: true },
  });
}

/** How many items the library gives out; no secret. */
export async function countItems(actor: Actor, programmeId?: string): Promise<number> {
  return db.reuseItem.count({
    where: { AND: [itemListedFor(actor), programmeId ? { programmeId } : {}] },
  });
}

const linked = { id: true, slug: true, title: true, lang: true } as const;

const wholeFor = (actor: Actor) =>
  ({
    ...listed,
    state: true,
    coverMimeType: true,
    withdrawnAt: true,
    withdrawalReason: true,
    withdrawalNote: true,
    programme: { select: { id: true, slug: true, shortTitle: true, promoter: organisation } },
    organisation,
    adaptationOf: { select: { ...linked, state: true } },
    adaptations: {
      where: itemListedFor(actor),
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: 100,
      select: linked,
    },
    releases: {
      where: { version: releasable },
      orderBy: { number: "desc" },
      take: 100,
      select: {
        id: true,
        number: true,
        note: true,
        releasedAt: true,
        downloads: true,
        version: { select: { filename: true, mimeType: true, size: true, objectSha256: true } },
      },
    },
    declarations: {
      where: declarationShownTo(actor),
      orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
      take: 200,
      select: { id: true, organisationName: true, purpose: true, url: true, lang: true, confirmedAt: true },
    },
  }) satisfies Prisma.ReuseItemSelect;

export type ReuseItemPage = Prisma.ReuseItemGetPayload<{ select: ReturnType<typeof wholeFor> }>;

/** An item as its page shows it: a withdrawn one with why, but without anything to take. */
export async function getItem(actor: Actor, slug: string): Promise<ReuseItemPage> {
  const item = found(
    await db.reuseItem.findFirst({
      where: { AND: [{ slug }, itemVisibleTo(actor)] },
      select: wholeFor(actor),
    }),
    "item",
  );
  const { adaptationOf, releases } = item;
  // What it was made from is named where the reader may see that, withdrawn or not.
  const isNamed = adaptationOf !== null && (await isVisible(actor, adaptationOf.id));
  return {
    ...item,
    adaptationOf: isNamed ? adaptationOf : null,
    releases: item.state === "WITHDRAWN" ? [] : releases,
  };
}

/** Address and last change of every published item, for the site map. */
export async function listItemAddresses(actor: Actor): Promise<{ slug: string; modifiedAt: Date }[]> {
  return db.reuseItem.findMany({
    where: itemListedFor(actor),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: 10_000,
    select: { slug: true, modifiedAt: true },
  });
}

export type CoverFile = { sha256: string; mimeType: string; size: number };

/** The cover of an item that is given out. */
export async function getCover(actor: Actor, id: string): Promise<CoverFile> {
  const item = found(
    await db.reuseItem.findFirst({
      where: { AND: [{ id }, itemListedFor(actor)] },
      select: { coverMimeType: true, cover: { select: { sha256: true, size: true } } },
    }),
    "item",
  );
  const { sha256, size } = found(item.cover, "cover");
  return { sha256, size: Number(size), mimeType: found(item.coverMimeType, "cover") };
}

export type AdaptableItem = { id: string; title: string; programme: string };

/** Published items of which another may be an adaptation, by title. */
export async function listAdaptable(actor: Actor, except?: string): Promise<AdaptableItem[]> {
  const rows = await db.reuseItem.findMany({
    where: { AND: [itemListedFor(actor), except ? { id: { not: except } } : {}] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: 1_000,
    select: { id: true, title: true, programme: { select: { shortTitle: true } } },
  });
  return rows.map(({ programme, ...item }) => ({ ...item, programme: programme.shortTitle }));
}

const managed = {
  id: true,
  slug: true,
  title: true,
  lang: true,
  licence: true,
  state: true,
  publishedAt: true,
  releases: { orderBy: { number: "desc" }, select: { number: true, releasedAt: true, downloads: true } },
  declarations: { where: { state: { in: ["WAITING", "SHOWN"] } }, select: { state: true } },
} satisfies Prisma.ReuseItemSelect;

export type ManagedItem = Omit<
  Prisma.ReuseItemGetPayload<{ select: typeof managed }>,
  "releases" | "declarations"
> & {
  release: number;
  downloads: number;
  /** declarations that wait for a decision, and those that are shown */
  waiting: number;
  shown: number;
};

/** Items of a programme with what waits and how often they were taken, for who manages them. */
export async function listManagedItems(
  actor: Actor,
  programmeId: string,
  window: { after?: Cursor; size?: number } = {},
): Promise<{ rows: ManagedItem[]; next?: string }> {
  authorise(canManageLibrary(actor, { programmeId }));
  const size = window.size ?? 50;
  const rows = await db.reuseItem.findMany({
    where: { AND: [{ programmeId }, keysetBefore("publishedAt", window.after)] },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: managed,
  });
  const page = nextCursor(rows, size, ({ publishedAt, id }) => ({ at: publishedAt, id }));
  return {
    next: page.next,
    rows: page.rows.map(({ releases, declarations, ...item }) => ({
      ...item,
      release: releases[0]?.number ?? 0,
      downloads: releases.reduce((sum, one) => sum + one.downloads, 0),
      waiting: declarations.filter(({ state }) => state === "WAITING").length,
      shown: declarations.filter(({ state }) => state === "SHOWN").length,
    })),
  };
}

const person = { select: { givenName: true, familyName: true } } as const;

/** An item as who manages it sees it, with the versions that may become its next release. */
export async function getManagedItem(actor: Actor, slug: string, id: string) {
  const { document, ...item } = found(
    await db.reuseItem.findFirst({
      where: { AND: [{ id, programme: { slug } }, itemVisibleTo(actor)] },
      select: {
        ...managed,
        version: true,
        programmeId: true,
        abstract: true,
        subjects: true,
        authors: true,
        coverSha256: true,
        adaptationOfId: true,
        modifiedAt: true,
        withdrawnAt: true,
        withdrawalReason: true,
        withdrawalNote: true,
        publishedBy: person,
        withdrawnBy: person,
        releases: {
          orderBy: { number: "desc" },
          select: {
            id: true,
            number: true,
            note: true,
            releasedAt: true,
            downloads: true,
            releasedBy: person,
            version: { select: { number: true, filename: true, size: true, objectSha256: true } },
          },
        },
        document: {
          select: {
            id: true,
            deliverable: { select: { id: true } },
            versions: {
              where: releasable,
              orderBy: { number: "desc" },
              select: { id: true, number: true, filename: true },
            },
          },
        },
      },
    }),
    "item",
  );
  authorise(canManageLibrary(actor, item));
  const last = item.releases[0]?.version.number ?? 0;
  return {
    ...item,
    document: { id: document.id, deliverableId: document.deliverable?.id ?? null },
    // What was released may be gone back to only by a new version: a number never means two things.
    newer: document.versions.filter(({ number }) => number > last),
  };
}

export type ManagedItemPage = Awaited<ReturnType<typeof getManagedItem>>;

async function isVisible(actor: Actor, id: string): Promise<boolean> {
  return (await db.reuseItem.count({ where: { AND: [{ id }, itemVisibleTo(actor)] } })) > 0;
}

async function findByText(q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from reuse_item
    where search @@ websearch_to_tsquery('pg_catalog.italian', f_unaccent(${q})) and state = 'PUBLISHED'
    order by published_at desc limit 1000`;
  return rows.map(({ id }) => id);
}
