import "server-only";
import { addDays, format, parseISO } from "date-fns";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { romeInstant } from "@/lib/platform/rome-time";
import { visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { findHits } from "@/lib/search/candidates/queries";
import { hasWords } from "@/lib/search/ranking/queries";
import { describeHits, type SearchResult } from "@/lib/search/results/queries";
import { fewOfAll, type Search, type SearchKind, searchKinds, type TypedDay } from "@/lib/search/schema";
import { fewResults, suggest } from "@/lib/search/suggestions/queries";
import { pageOf, readTurn } from "@/lib/search/turning";

/** Results on a page of one kind. */
export const pageSize = 20;

/** Programmes that can be chosen at most: who runs more of them searches everywhere. */
const mostChoices = 200;

type ProgrammeChoice = { slug: string; shortTitle: string };

/** One page of a search, with how much there is of each kind. */
export type Results = {
  /** "none" when nothing was asked, "common" when only words that stand everywhere were, "days" when a day is none */
  asked: "words" | "common" | "none" | "days";
  counts: Record<SearchKind, number>;
  total: number;
  /** of the kind that was asked for; of all kinds the best few of each */
  rows: SearchResult[];
  /** where the next page of the kind begins */
  next?: string;
  /** more held the words than were ranked: those shown are of the newest */
  isCut: boolean;
  /** the same search with its words put right */
  suggestion: string | null;
  /** the programme within which was searched */
  programme: ProgrammeChoice | null;
  /** programmes that the reader may choose: their own */
  programmes: ProgrammeChoice[];
};

const nothing = Object.fromEntries(searchKinds.map((kind) => [kind, 0])) as Record<SearchKind, number>;

/** Searches everything that the actor may see: what the words stand in, the best first. */
export async function search(actor: Actor, asked: Search): Promise<Results> {
  const { q, kind, programme: slug, from, to, after } = asked;
  const [programme, programmes] = await Promise.all([
    slug ? findProgramme(actor, slug) : null,
    listChoices(actor),
  ]);
  const none = { counts: nothing, total: 0, rows: [], isCut: false, suggestion: null, programme, programmes };
  if (from?.fault || to?.fault) return { ...none, asked: "days" };
  if (q === "") return { ...none, asked: "none" };
  if (!(await hasWords(actor, q))) return { ...none, asked: "common" };
  const place = { words: q, programmeId: programme?.id, ...between(from, to) };
  const found = await findHits(actor, place);
  const page = kind ? pageOf(found[kind].rows, { after: readTurn(after), size: pageSize }) : null;
  const shown = page?.rows ?? searchKinds.flatMap((each) => found[each].rows.slice(0, fewOfAll));
  const total = searchKinds.reduce((sum, each) => sum + found[each].rows.length, 0);
  const [rows, suggestion] = await Promise.all([
    describeHits(actor, shown, q),
    total <= fewResults && !after ? suggest(actor, place, total) : null,
  ]);
  return {
    ...none,
    asked: "words",
    counts: Object.fromEntries(
      searchKinds.map((each) => [each, found[each].rows.length]),
    ) as Results["counts"],
    total,
    rows,
    next: page?.next,
    isCut: (kind ? [kind] : searchKinds).some((each) => found[each].isCut),
    suggestion,
  };
}

/** Rome's days, the last one to its end. */
function between(from: TypedDay | undefined, to: TypedDay | undefined): { from?: Date; until?: Date } {
  return {
    ...(from?.day ? { from: romeInstant(from.day, "00:00") } : {}),
    ...(to?.day ? { until: romeInstant(format(addDays(parseISO(to.day), 1), "yyyy-MM-dd"), "00:00") } : {}),
  };
}

async function findProgramme(actor: Actor, slug: string) {
  return db.programme.findFirst({
    where: { AND: [{ slug }, programmeVisibleTo(actor)] },
    select: { id: true, slug: true, shortTitle: true },
  });
}

async function listChoices(actor: Actor): Promise<ProgrammeChoice[]> {
  if (actor.isVisitor) return [];
  return db.programme.findMany({
    where: workedOnBy(actor),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostChoices,
    select: { slug: true, shortTitle: true },
  });
}
