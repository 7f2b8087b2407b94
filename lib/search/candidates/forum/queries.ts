import "server-only";
import { categoryVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { best } from "@/lib/search/found";
import { isDated, type Place } from "@/lib/search/place";
import { ownText, type Ranked, rank, type Source, within } from "@/lib/search/ranking/queries";

/** More than these narrow too little for what it costs to read which posts are theirs. */
const fewProgrammes = 10;

/**
 * Posts and what is asked often. A title counts for the post that opens its thread. What is hidden is not found, not even
 * by moderators. The policy has chosen the categories; it is asked again of what is shown, as of a thousand posts it would
 * cost more than the search.
 */
export async function findInForum(actor: Actor, place: Place): Promise<{ posts: Ranked; faq: Ranked }> {
  const { programmeId, words } = place;
  const categories = await db.category.findMany({
    where: { AND: [categoryVisibleTo(actor), programmeId ? { programmeId } : {}] },
    select: { id: true, programmeId: true },
  });
  const shown = Prisma.sql`t.hidden_at is null and t.category_id = any(${categories.map(({ id }) => id)}::uuid[])`;
  const programmes = [...new Set(categories.map((one) => one.programmeId))];
  const [byText, byTitle, faq] = await Promise.all([
    rank(actor, texts(actor, place, { shown, programmes }), words),
    rank(actor, titles(actor, place, shown), words),
    rank(actor, questions(actor, place, shown), words),
  ]);
  return { posts: best(byText, byTitle), faq };
}

type Readable = { shown: Prisma.Sql; programmes: string[] };

function texts(actor: Actor, place: Place, { shown, programmes }: Readable): Source {
  // The thread's category decides; of few programmes, the post's own column narrows before it is read.
  const narrow =
    programmes.length > fewProgrammes
      ? Prisma.sql`true`
      : Prisma.sql`p.programme_id = any(${programmes}::uuid[])`;
  const { programmeId, until } = place;
  const scope = Prisma.sql`p.hidden_at is null and ${shown} and ${narrow}
    and ${within(actor, place, { at: "p.created_at" })}`;
  return {
    ...ownText(actor, "post", scope),
    from: Prisma.sql`post p join thread t on t.id = p.thread_id`,
    counted: Prisma.sql`post w where ${programmeId ? Prisma.sql`w.programme_id = ${programmeId}::uuid` : Prisma.sql`true`}
      and ${until ? Prisma.sql`w.created_at < ${until}` : Prisma.sql`true`}`,
    // Between two days it looks back from the later one, not from today.
    ...(isDated(place)
      ? { moment: { own: Prisma.sql`p.created_at`, counted: Prisma.sql`w.created_at` } }
      : {}),
  };
}

function titles(actor: Actor, place: Place, shown: Prisma.Sql): Source {
  const title = Prisma.sql`to_tsvector('pg_catalog.italian', f_unaccent(t.title))`;
  const opening = Prisma.sql`thread t join post p on p.thread_id = t.id and p.number = 1`;
  return {
    from: isDated(place) ? opening : Prisma.sql`thread t`,
    key: Prisma.sql`t.id`,
    holds: title,
    scope: Prisma.sql`${shown} and ${within(actor, place, { at: "p.created_at" })}`,
    counted: Prisma.sql`thread w`,
    again: {
      from: opening,
      id: Prisma.sql`p.id`,
      key: Prisma.sql`t.id`,
      text: Prisma.sql`setweight(${title}, 'A')`,
    },
  };
}

// Shown is a question while the answer that was chosen for it is the accepted one, and neither is hidden.
function questions(actor: Actor, place: Place, shown: Prisma.Sql): Source {
  return {
    from: Prisma.sql`faq_entry p join thread t on t.id = p.thread_id join post a on a.id = p.post_id`,
    key: Prisma.sql`p.id`,
    holds: Prisma.sql`p.search`,
    scope: Prisma.sql`${shown} and t.accepted_post_id = p.post_id and a.hidden_at is null
      and ${within(actor, place, { at: "p.added_at" })}`,
    counted: Prisma.sql`faq_entry w`,
    again: {
      from: Prisma.sql`faq_entry p`,
      id: Prisma.sql`p.id`,
      key: Prisma.sql`p.id`,
      text: Prisma.sql`p.search`,
    },
  };
}
