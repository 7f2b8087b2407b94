import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/form/error-summary";
import { ActiveFilters } from "@/components/search/active-filters";
import type { SearchFace } from "@/components/search/addresses";
import { ResultList } from "@/components/search/result-list";
import { type Narrowed, narrowedBy, searchHref } from "@/components/search/search-address";
import { SearchForm } from "@/components/search/search-form";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { SectionHead } from "@/components/ui/section-head";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { Results } from "@/lib/search/queries";
import { fewOfAll, longestSearch, mostRanked, type Search, searchKinds } from "@/lib/search/schema";

type Props = { face: SearchFace; asked: Search; results: Results };
type Shown = Props & { narrowed: Narrowed };

/** The search page: words and what narrows them, kinds with their counts, results. */
export function SearchResults({ face, asked, results }: Props) {
  const t = useTranslations("search");
  const narrowed = narrowedBy(asked, results.programme?.slug);
  const shown = { face, asked, results, narrowed };
  return (
    <div className="space-y-6">
      <Faults asked={asked} />
      <SearchForm {...shown} />
      <ActiveFilters {...shown} />
      {asked.isShortened ? (
        <p className="measure text-meta text-muted">{t("shortened", { most: longestSearch })}</p>
      ) : null}
      {results.total > 0 ? <Hits {...shown} /> : <Nothing {...shown} />}
    </div>
  );
}

/** Days that are none, on top; nothing was searched. */
function Faults({ asked: { from, to } }: Pick<Props, "asked">) {
  const t = useTranslations("search");
  const items = [
    ...(from?.fault ? [{ id: "from", text: `${t("from")}: ${t(`faults.${from.fault}`)}` }] : []),
    ...(to?.fault ? [{ id: "to", text: `${t("to")}: ${t(`faults.${to.fault}`)}` }] : []),
  ];
  return items.length > 0 ? <ErrorSummary title={t("faults.title")} items={items} /> : null;
}

function Hits({ face, asked, results, narrowed }: Shown) {
  const t = useTranslations("search");
  const { q, kind, after, from, to } = asked;
  const { counts, rows } = results;
  const at = (other: Narrowed, place?: string) => searchHref(face, q, { ...narrowed, ...other }, place);
  return (
    <>
      <TabsNav
        label={t("kindsLabel")}
        items={[
          { href: at({ kind: undefined }), label: t("all"), current: !kind, count: results.total },
          ...searchKinds
            .filter((each) => counts[each] > 0 || each === kind)
            .map((each) => ({
              href: at({ kind: each }),
              label: t(`kinds.${each}`),
              current: each === kind,
              count: counts[each],
            })),
        ]}
      />
      <h2 className="text-h3 [overflow-wrap:anywhere]">
        {t("count", { q, count: kind ? counts[kind] : results.total })}
      </h2>
      <Suggestion face={face} asked={asked} results={results} narrowed={narrowed} />
      {results.isCut ? (
        <p className="measure text-meta text-muted">{t("cut", { ranked: mostRanked })}</p>
      ) : null}
      {from || to ? <p className="measure text-meta text-muted">{t("undated")}</p> : null}
      {kind ? (
        <ResultList face={face} rows={rows} />
      ) : (
        searchKinds
          .filter((each) => counts[each] > 0)
          .map((each) => (
            <section key={each} aria-labelledby={`kind-${each}`}>
              <SectionHead
                id={`kind-${each}`}
                level={3}
                size="area"
                title={t(`kinds.${each}`)}
                link={
                  counts[each] > fewOfAll
                    ? {
                        href: at({ kind: each }),
                        label: t("more", { count: counts[each], kind: t(`kinds.${each}`) }),
                      }
                    : undefined
                }
              />
              <ResultList face={face} level={4} rows={rows.filter(({ target }) => target.kind === each)} />
            </section>
          ))
      )}
      <Pager
        previous={kind && after ? at({}) : undefined}
        next={results.next ? at({}, results.next) : undefined}
      />
    </>
  );
}

function Suggestion({ face, results: { suggestion }, narrowed }: Shown) {
  const t = useTranslations("search");
  if (suggestion === null) return null;
  return (
    <p className="text-body [overflow-wrap:anywhere]">
      {t.rich("suggestion", {
        q: suggestion,
        link: (words) => (
          <AppLink href={searchHref(face, suggestion, narrowed)} className="font-semibold">
            {words}
          </AppLink>
        ),
      })}
    </p>
  );
}

function Nothing(shown: Shown) {
  const { face, asked, results } = shown;
  const t = useTranslations("search");
  if (results.asked === "days") return null;
  if (results.asked === "none") return <EmptyState title={t("none")}>{t("noneNext")}</EmptyState>;
  if (results.asked === "common") return <EmptyState title={t("common")}>{t("commonNext")}</EmptyState>;
  return (
    <EmptyState title={<span className="[overflow-wrap:anywhere]">{t("nothing", { q: asked.q })}</span>}>
      <Suggestion {...shown} />
      <p>
        {t("nothingNext")} {face === "area" ? t("nothingArea") : t("nothingPublic")}
      </p>
    </EmptyState>
  );
}
