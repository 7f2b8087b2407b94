import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { ProgrammeState } from "@/lib/platform/db/generated/enums";
import { keysetBefore, nextCursor, readCursor } from "@/lib/platform/lists/cursor";
import { readSourceDate, type SourceDate } from "@/lib/platform/source-date";
import type { Catalogue } from "@/lib/programmes/catalogue/schema";
import { partakingStates } from "@/lib/programmes/lifecycle";
import { visibleTo } from "@/lib/programmes/policy";

const columns = {
  id: true,
  slug: true,
  title: true,
  shortTitle: true,
  summary: true,
  lang: true,
  state: true,
  begin: true,
  end: true,
  createdAt: true,
  promoter: { select: { name: true } },
  _count: { select: { enrolments: { where: { state: { in: [...partakingStates] } } } } },
} satisfies Prisma.ProgrammeSelect;

export type CatalogueRow = {
  id: string;
  slug: string;
  title: string;
  shortTitle: string;
  summary: string;
  lang: string;
  state: ProgrammeState;
  begin: SourceDate | null;
  end: SourceDate | null;
  promoter: string;
  bodies: number;
};

/** Programmes by state, promoter, theme and words, the newest first, a page at a time. */
export async function listProgrammes(
  actor: Actor,
  filters: Catalogue,
  size = 20,
): Promise<{ rows: CatalogueRow[]; next?: string }> {
  const matching = filters.q ? await findByText(filters.q) : null;
  const rows = await db.programme.findMany({
    where: {
      AND: [
        visibleTo(actor),
        filters.state ? { state: filters.state } : {},
        filters.promoter ? { promoter: { slug: filters.promoter } } : {},
        filters.theme ? { facts: { some: { kind: "THEME", title: filters.theme } } } : {},
        matching ? { id: { in: matching } } : {},
        keysetBefore("createdAt", readCursor(filters.after)),
      ],
    },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  const page = nextCursor(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
  return {
    next: page.next,
    rows: page.rows.map(({ begin, end, promoter, _count, createdAt: _at, ...row }) => ({
      ...row,
      begin: readSourceDate(begin),
      end: readSourceDate(end),
      promoter: promoter.name,
      bodies: _count.enrolments,
    })),
  };
}

/** What the filters of the list offer. */
export async function listCatalogueChoices(
  actor: Actor,
): Promise<{ promoters: { slug: string; name: string }[]; themes: string[] }> {
  const [promoters, themes] = await Promise.all([
    db.organisation.findMany({
      where: { promoted: { some: visibleTo(actor) } },
      select: { slug: true, name: true },
      orderBy: { name: "asc" },
      take: 500,
    }),
    db.programmeFact.findMany({
      where: { kind: "THEME", programme: visibleTo(actor) },
      select: { title: true },
      distinct: ["title"],
      orderBy: { title: "asc" },
      take: 200,
    }),
  ]);
  return { promoters, themes: themes.map(({ title }) => title) };
}

/** Addresses of programmes with their last change, for the map of the site and the feed. */
export async function listAddresses(
  actor: Actor,
): Promise<{ slug: string; title: string; summary: string; updatedAt: Date; createdAt: Date }[]> {
  return db.programme.findMany({
    where: visibleTo(actor),
    select: { slug: true, title: true, summary: true, updatedAt: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 10_000,
  });
}

async function findByText(q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from programme
    where search @@ websearch_to_tsquery('pg_catalog.italian', f_unaccent(${q}))
    order by created_at desc limit 1000`;
  return rows.map(({ id }) => id);
}
