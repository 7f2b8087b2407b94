import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { itemListedFor, releasable } from "@/lib/reuse/policy";

const body = { select: { slug: true, name: true } } as const;

const columns = {
  id: true,
  slug: true,
  title: true,
  abstract: true,
  lang: true,
  licence: true,
  subjects: true,
  authors: true,
  publishedAt: true,
  modifiedAt: true,
  organisation: body,
  programme: { select: { title: true, promoter: body } },
  adaptationOf: { select: { slug: true, state: true } },
  releases: {
    where: { version: releasable },
    orderBy: { number: "desc" },
    take: 20,
    select: {
      id: true,
      number: true,
      note: true,
      releasedAt: true,
      version: { select: { filename: true, mimeType: true, size: true, objectSha256: true } },
    },
  },
} satisfies Prisma.ReuseItemSelect;

export type CatalogueItem = Prisma.ReuseItemGetPayload<{ select: typeof columns }>;

/** The items of the catalogue, the last changed first. */
export async function listCatalogueItems(actor: Actor): Promise<CatalogueItem[]> {
  const rows = await db.reuseItem.findMany({
    where: { AND: [itemListedFor(actor), { releases: { some: { version: releasable } } }] },
    orderBy: [{ modifiedAt: "desc" }, { id: "desc" }],
    take: 5_000,
    select: columns,
  });
  return rows;
}
