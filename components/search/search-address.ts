import type { SearchFace } from "@/components/search/addresses";
import type { Href } from "@/components/ui/app-link";
import { given } from "@/lib/platform/lists/query";
import type { Search, SearchKind } from "@/lib/search/schema";

/** What of a search its address says besides the words; what is undefined is left out. */
export type Narrowed = {
  kind?: SearchKind;
  programme?: string;
  from?: string;
  to?: string;
};

/** How a search is narrowed now; days as they were typed. */
export function narrowedBy({ kind, from, to }: Search, programme: string | undefined): Narrowed {
  return { kind, programme, from: from?.typed, to: to?.typed };
}

/** The address of a search: the same words, narrowed otherwise, or another page of it. */
export function searchHref(face: SearchFace, q: string, narrowed: Narrowed, after?: string): Href {
  return {
    pathname: face === "area" ? "/area/search" : "/search",
    query: given({ q, ...narrowed, after }),
  };
}
