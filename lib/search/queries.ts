import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { findHits, type Hit } from "@/lib/search/candidates/queries";
import { hasWords } from "@/lib/search/ranking/queries";
import { describeHits, type SearchResult } from "@/lib/search/results/queries";
import { mostPages, type Search, type SearchKind, searchKinds } from "@/lib/search/schema";

/** Results on a page. */
export const pageSize = 20;

/** One page of a search, with how much there is of each kind. */
export type Results = {
  /** "none" when nothing was asked, "common" when only words that stand everywhere were */
  asked: "words" | "common" | "none";
  counts: Record<SearchKind, number>;
  total: number;
  rows: SearchResult[];
  hasMore: boolean;
  /** more held the words than were ranked: those shown are of the newest */
  isCut: boolean;
  programme: { slug: string; shortTitle: string } | null;
};

const nothing = { programme: 0, session: 0, document: 0, post: 0, outcome: 0, reuse: 0 };

/** Searches everything that the actor may see: what the words stand in, the best first. */
export async function search(actor: Actor, { q, kind, programme: slug, page }: Search): Promise<Results> {
  const programme = slug ? await findProgramme(actor, slug) : null;
  const none = { counts: nothing, total: 0, rows: [], hasMore: false, isCut: false, programme };
  if (q === "") return { ...none, asked: "none" };
  if (!(await hasWords(actor, q))) return { ...none, asked: "common" };
  const found = await findHits(actor, { words: q, programmeId: programme?.id });
  const asked = kind ? [kind] : searchKinds;
  const chosen = asked.flatMap((each) => found[each].rows).toSorted(byRank);
  const shown = chosen.slice((page - 1) * pageSize, page * pageSize);
  return {
    asked: "words",
    counts: Object.fromEntries(
      searchKinds.map((each) => [each, found[each].rows.length]),
    ) as Results["counts"],
    total: searchKinds.reduce((sum, each) => sum + found[each].rows.length, 0),
    rows: await describeHits(actor, shown, q),
    isCut: asked.some((each) => found[each].isCut),
    hasMore: chosen.length > page * pageSize && page < mostPages,
    programme,
  };
}

function byRank(a: Hit, b: Hit): number {
  return b.rank - a.rank || (a.id < b.id ? 1 : -1);
}

async function findProgramme(actor: Actor, slug: string) {
  return db.programme.findFirst({
    where: { AND: [{ slug }, programmeVisibleTo(actor)] },
    select: { id: true, slug: true, shortTitle: true },
  });
}
