import { z } from "zod";

/** What is searched, in the order in which pages name it. */
export const searchKinds = ["programme", "session", "document", "post", "outcome", "reuse"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Characters of a search that are read; the rest adds nothing but work. */
export const longestSearch = 200;
/** Pages of results at most: who has not found it by then needs other words. */
export const mostPages = 15;

/** Texts of each kind that are ranked: the newest, where more hold the words. The page says so. */
export const mostRanked = 300;

/** A search from an address. Whatever stands there becomes a search, at worst an empty one. */
export const searchSchema = z.object({
  q: z
    .preprocess(first, z.string())
    .catch("")
    .transform((text) => text.replace(/\0/g, "").normalize("NFC").trim().slice(0, longestSearch)),
  kind: z.preprocess(first, z.enum(searchKinds)).optional().catch(undefined),
  programme: z.preprocess(first, z.string().min(1).max(200)).optional().catch(undefined),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(mostPages)).catch(1),
});
export type Search = z.output<typeof searchSchema>;

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
