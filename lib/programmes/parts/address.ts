import type { PartName } from "@/lib/programmes/parts/schema";

/** The page on which a list of a programme is edited. */
export function partAddress(slug: string, part: PartName | "phases") {
  return { pathname: `/area/programmes/[slug]/settings/${part}` as const, params: { slug } };
}
