import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

/** What parts the words of a title, besides spaces: a database of another locale knows fewer signs than Italian texts have. */
const between = `.,;:!?()[]{}"'’‘“”«»…–—-_/\\|+*=<>@#&%°0123456789\t\r\n\u00A0`;
/** Shorter words are too much alike. */
const length = { least: 4, most: 40 };
/** The most frequent ones, where titles have more. */
const mostWords = 200_000;

/**
 * Gathers the words of titles and of names of bodies anew, so that one typed wrong can be compared with them. Whatever is
 * no longer in any title goes. Names of people are left out: they are compared where they stand.
 * @returns how many words there are
 */
export async function gatherWords(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  return inTransaction(async (tx) => {
    // Of two at once the second begins when the first has ended.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sperimenta.search-words'))`;
    await tx.$executeRaw`
      with titles as (
          select title from programme union all select short_title from programme
          union all select title from session union all select title from agenda_item
          union all select title from document where removed_at is null
          union all select title from thread where hidden_at is null
          union all select title from outcome union all select title from reuse_item
          union all select question from faq_entry
          union all select name from organisation union all select short_name from organisation
          union all select city from organisation where city is not null),
        words as materialized (
          select word, count(*)::int as titles
          from titles cross join lateral
            string_to_table(translate(lower(title), ${between}, ${" ".repeat(between.length)}), ' ') as split(word)
          where length(word) between ${length.least} and ${length.most}
          group by word order by count(*) desc, word limit ${mostWords}),
        gone as (delete from search_word s where not exists (select from words w where w.word = s.word))
      insert into search_word (word, plain, titles) select word, f_unaccent(word), titles from words
      on conflict (word) do update set titles = excluded.titles where search_word.titles <> excluded.titles`;
    return tx.searchWord.count();
  });
}
