import { z } from "zod";
import { readBound } from "@/lib/programmes/date-fields";

/** What is searched, in the order in which pages name it. */
export const searchKinds = [
  "programme",
  "session",
  "minutes",
  "document",
  "post",
  "faq",
  "outcome",
  "reuse",
  "organisation",
  "person",
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Kinds that have no day: a search between two days leaves them out. */
export const undatedKinds: readonly SearchKind[] = ["programme", "organisation", "person"];

/** Characters of a search that are read; the rest adds nothing but work. */
export const longestSearch = 200;
/** Characters of a day that are kept, to be shown again where they are none. */
const longestDay = 40;

/** Texts of each kind that are ranked: the newest, where more hold the words. The page says so. */
export const mostRanked = 300;

/** Results of each kind on the page of all. */
export const fewOfAll = 3;

/** A day as somebody typed it, and which it is, "YYYY-MM-DD", or what is wrong with it. */
export type TypedDay = { typed: string; day?: string; fault?: "unreadable" | "order" };

/**
 * A search from an address. Whatever stands there becomes a search, at worst an empty one; only days that are none are
 * told, because a search without them would show something else than was asked.
 */
export const searchSchema = z
  .object({
    q: z.preprocess(first, z.string()).catch(""),
    kind: z.preprocess(first, z.enum(searchKinds)).optional().catch(undefined),
    programme: z.preprocess(first, z.string().min(1).max(200)).optional().catch(undefined),
    from: typedDay("from"),
    to: typedDay("to"),
    after: z
      .preprocess(first, z.string().regex(/^[\w-]{1,200}$/))
      .optional()
      .catch(undefined),
  })
  .transform(({ q, from, to, ...rest }) => {
    const text = readable(q);
    return {
      ...rest,
      q: text.slice(0, longestSearch).trim(),
      isShortened: text.length > longestSearch,
      from,
      to: from?.day && to?.day && from.day > to.day ? { ...to, fault: "order" as const } : to,
    };
  });
export type Search = z.output<typeof searchSchema>;

/** Signs that show nothing, turn the direction of a line or are no characters would only hide what is asked. */
function readable(text: string): string {
  return text
    .slice(0, 50 * longestSearch)
    .replace(/[\0\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/\p{Cc}/gu, " ")
    .normalize("NFC")
    .trim();
}

/** A whole month or year counts from its first day, or to its last. */
function typedDay(bound: "from" | "to") {
  return z
    .preprocess(first, z.string())
    .catch("")
    .transform((text): TypedDay | undefined => {
      const typed = readable(text.slice(0, longestDay));
      if (typed === "") return undefined;
      const day = readBound(typed)?.[bound];
      return day && /^(?:19|20|21)\d\d-/.test(day) ? { typed, day } : { typed, fault: "unreadable" };
    });
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
