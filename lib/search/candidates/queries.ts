import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { outcomesVisibleTo, visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { itemListedFor } from "@/lib/reuse/policy";
import { findInForum } from "@/lib/search/candidates/forum/queries";
import { findMinutes, findSessions } from "@/lib/search/candidates/meetings/queries";
import { findOrganisations, findPeople } from "@/lib/search/candidates/parties/queries";
import { findDocumentsByFile } from "@/lib/search/files/queries";
import { best, idsOf, only } from "@/lib/search/found";
import { isDated, type Place } from "@/lib/search/place";
import { ownText, type Ranked, rank, within } from "@/lib/search/ranking/queries";
import { type SearchKind, undatedKinds } from "@/lib/search/schema";

/** Something that holds the words and that the actor may see. */
export type Hit = { kind: SearchKind; id: string; rank: number };

/** Hits of one kind, best first; cut when more held the words than were ranked and kept. */
export type Hits = { rows: Hit[]; isCut: boolean };

const nothing: Ranked = { rows: [], isCut: false };

/**
 * What holds the words, best first, of each kind. The database narrows by index, words and a rough scope; what may be
 * seen is then decided by the policies themselves, so that the search can never know better than they do.
 * @param withFiles whether documents are found by the texts of their files too, which costs most
 */
export async function findHits(
  actor: Actor,
  place: Place,
  { withFiles = true }: { withFiles?: boolean } = {},
): Promise<Record<SearchKind, Hits>> {
  const worked = actor.isVisitor
    ? []
    : await db.programme.findMany({ where: workedOnBy(actor), select: { id: true } });
  const mine = worked.map(({ id }) => id);
  const unlessDated = (kind: SearchKind, find: () => Promise<Ranked>) =>
    isDated(place) && undatedKinds.includes(kind) ? nothing : find();
  const [programme, session, minutes, document, forum, outcome, reuse, organisation, person] =
    await Promise.all([
      unlessDated("programme", () => findProgrammes(actor, place, mine)),
      findSessions(actor, place, mine),
      findMinutes(actor, place, mine),
      findDocuments(actor, place, { mine, withFiles }),
      findInForum(actor, place),
      findOutcomes(actor, place, mine),
      findReuseItems(actor, place),
      unlessDated("organisation", () => findOrganisations(actor, place)),
      unlessDated("person", () => findPeople(actor, place)),
    ]);
  return {
    programme: hits("programme", programme),
    session: hits("session", session),
    minutes: hits("minutes", minutes),
    document: hits("document", document),
    post: hits("post", forum.posts),
    faq: hits("faq", forum.faq),
    outcome: hits("outcome", outcome),
    reuse: hits("reuse", reuse),
    organisation: hits("organisation", organisation),
    person: hits("person", person),
  };
}

async function findProgrammes(actor: Actor, place: Place, mine: string[]) {
  const scope = Prisma.sql`(p.state <> 'DRAFT' or p.id = any(${mine}::uuid[]))
    and ${within(actor, place, { programme: "p.id" })}`;
  const found = await rank(actor, ownText(actor, "programme", scope), place.words);
  const where = { AND: [{ id: { in: idsOf(found) } }, programmeVisibleTo(actor)] };
  return only(found, await db.programme.findMany({ where, select: { id: true } }));
}

async function findDocuments(
  actor: Actor,
  place: Place,
  { mine, withFiles }: { mine: string[]; withFiles: boolean },
) {
  const { words, programmeId } = place;
  const scope = Prisma.sql`p.removed_at is null and (p.is_public or p.programme_id = any(${mine}::uuid[]))
    and ${within(actor, place, { programme: "p.programme_id", at: "p.created_at" })}`;
  const [found, byFile] = await Promise.all([
    rank(actor, ownText(actor, "document", scope), words),
    withFiles ? findDocumentsByFile(actor, { words, scope, mine, programmeId }) : nothing,
  ]);
  const where = { AND: [{ id: { in: idsOf(found) } }, documentVisibleTo(actor)] };
  return best(only(found, await db.document.findMany({ where, select: { id: true } })), byFile);
}

async function findOutcomes(actor: Actor, place: Place, mine: string[]) {
  const scope = Prisma.sql`(p.published_at is not null or p.programme_id = any(${mine}::uuid[]))
    and ${within(actor, place, { programme: "p.programme_id", at: "p.published_at" })}`;
  const found = await rank(actor, ownText(actor, "outcome", scope), place.words);
  const where = { AND: [{ id: { in: idsOf(found) } }, outcomesVisibleTo(actor)] };
  return only(found, await db.outcome.findMany({ where, select: { id: true } }));
}

// What the library gives out is everybody's; of a programme in draft it is found by those who see that.
async function findReuseItems(actor: Actor, place: Place) {
  const scope = Prisma.sql`p.state = 'PUBLISHED'
    and ${within(actor, place, { programme: "p.programme_id", at: "p.published_at" })}`;
  const found = await rank(actor, ownText(actor, "reuse_item", scope), place.words);
  const where = { AND: [{ id: { in: idsOf(found) } }, itemListedFor(actor)] };
  return only(found, await db.reuseItem.findMany({ where, select: { id: true } }));
}

function hits(kind: SearchKind, { rows, isCut }: Ranked): Hits {
  return { rows: rows.map((row) => ({ kind, ...row })), isCut };
}
