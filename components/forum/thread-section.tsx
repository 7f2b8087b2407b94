import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ForumFace } from "@/components/forum/addresses";
import { ThreadFilters } from "@/components/forum/thread-filters";
import { ThreadList } from "@/components/forum/thread-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { newsDepth } from "@/lib/forum/paging";
import type { ThreadsPage } from "@/lib/forum/queries";
import type { ThreadFilters as Filters } from "@/lib/forum/schema";
import type { Href } from "@/lib/platform/i18n/navigation";
import { given } from "@/lib/platform/lists/query";

type Props = {
  face: ForumFace;
  slug: string;
  /** the list without filters, and the query that names it */
  here: (query: Record<string, string>) => Href;
  hidden?: Record<string, string>;
  filters: Filters;
  tracks: boolean;
  page: ThreadsPage;
  at: Date;
  categories?: ReadonlyMap<string, string>;
  /** what to do when there is no thread at all */
  first?: ReactNode;
};

/** A list of threads with its filters, its empty states and its next page. */
export function ThreadSection({
  face,
  slug,
  here,
  hidden,
  filters,
  tracks,
  page,
  at,
  categories,
  first,
}: Props) {
  const t = useTranslations("forum.threads");
  const threads = [...page.pinned, ...page.rows];
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const empty = isFiltered ? (
    <EmptyState title={t("emptyFiltered")}>{t("emptyFilteredNext")}</EmptyState>
  ) : (
    <EmptyState title={t("empty")} action={first}>
      {first ? t("emptyNext") : t("emptyRead")}
    </EmptyState>
  );
  return (
    <div className="space-y-4">
      <ThreadFilters here={here({})} filters={filters} tracks={tracks} hidden={hidden} />
      {page.hasOlder ? (
        <p className="measure text-meta text-muted">{t("newsDepth", { depth: newsDepth })}</p>
      ) : null}
      {threads.length > 0 ? (
        <ThreadList face={face} slug={slug} threads={threads} at={at} categories={categories} />
      ) : (
        empty
      )}
      <Pager next={page.next ? here({ ...given(filters), after: page.next }) : undefined} />
    </div>
  );
}
