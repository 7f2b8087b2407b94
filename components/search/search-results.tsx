import { useTranslations } from "next-intl";
import type { SearchFace } from "@/components/search/addresses";
import { ResultList } from "@/components/search/result-list";
import { SearchForm } from "@/components/search/search-form";
import { AppLink, type Href } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { TabsNav } from "@/components/ui/tabs-nav";
import { given } from "@/lib/platform/lists/query";
import type { Results } from "@/lib/search/queries";
import { mostRanked, type Search, type SearchKind, searchKinds } from "@/lib/search/schema";

type Props = { face: SearchFace; asked: Search; results: Results };

/** The search page: words, kinds with their counts, results. */
export function SearchResults({ face, asked, results }: Props) {
  const t = useTranslations("search");
  const { q, kind, page } = asked;
  const programme = results.programme?.slug;
  const at = (query: { kind?: SearchKind; page?: number; programme?: string }): Href => ({
    pathname: face === "area" ? "/area/search" : "/search",
    query: given({
      q,
      kind: query.kind,
      programme: query.programme,
      page: query.page && query.page > 1 ? String(query.page) : undefined,
    }),
  });
  return (
    <div className="space-y-6">
      <SearchForm face={face} q={q} hidden={given({ programme })} />
      {results.programme ? (
        <p className="flex flex-wrap gap-x-4 text-meta">
          <span>{t("within", { programme: results.programme.shortTitle })}</span>
          <AppLink href={at({ kind })} className="font-semibold">
            {t("everywhere")}
          </AppLink>
        </p>
      ) : null}
      {results.total > 0 ? (
        <>
          <TabsNav
            label={t("kindsLabel")}
            items={[
              { href: at({ programme }), label: t("all"), current: !kind, count: results.total },
              ...searchKinds
                .filter((each) => results.counts[each] > 0 || each === kind)
                .map((each) => ({
                  href: at({ programme, kind: each }),
                  label: t(`kinds.${each}`),
                  current: each === kind,
                  count: results.counts[each],
                })),
            ]}
          />
          <h2 className="text-h3">{t("count", { q, count: kind ? results.counts[kind] : results.total })}</h2>
          {results.isCut ? (
            <p className="measure text-meta text-muted">{t("cut", { ranked: mostRanked })}</p>
          ) : null}
          <ResultList face={face} rows={results.rows} />
          <Pager
            previous={page > 1 ? at({ programme, kind, page: page - 1 }) : undefined}
            next={results.hasMore ? at({ programme, kind, page: page + 1 }) : undefined}
            summary={page > 1 || results.hasMore ? t("page", { page }) : undefined}
          />
        </>
      ) : (
        <Nothing face={face} asked={results.asked} q={q} />
      )}
    </div>
  );
}

function Nothing({ face, asked, q }: { face: SearchFace; asked: Results["asked"]; q: string }) {
  const t = useTranslations("search");
  if (asked === "none") return <EmptyState title={t("none")}>{t("noneNext")}</EmptyState>;
  if (asked === "common") return <EmptyState title={t("common")}>{t("commonNext")}</EmptyState>;
  return (
    <EmptyState title={<span className="[overflow-wrap:anywhere]">{t("nothing", { q })}</span>}>
      {t("nothingNext")} {face === "area" ? t("nothingArea") : t("nothingPublic")}
    </EmptyState>
  );
}
