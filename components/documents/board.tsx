import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeliverableList } from "@/components/documents/deliverable-list";
import { Matrix } from "@/components/documents/matrix";
import { MatrixDownload } from "@/components/documents/matrix-download";
import { MatrixFilters } from "@/components/documents/matrix-filters";
import { StateCounts } from "@/components/documents/state-counts";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import type { buildMatrix, MatrixFilter } from "@/lib/documents/deliverables/matrix";
import type { getMatrix, MatrixCell } from "@/lib/documents/deliverables/queries";

type Props = {
  slug: string;
  data: Awaited<ReturnType<typeof getMatrix>>;
  matrix: ReturnType<typeof buildMatrix<MatrixCell>>;
  filters: MatrixFilter;
  /** the reader sees the own body's alone */
  isOwn: boolean;
  now: Date;
  caption: string;
  escalation: ReactNode;
};

/** Counts, filters, who is late, and the matrix; a body sees its own row as a to-do list. */
export function Board({ slug, data, matrix, filters, isOwn, now, caption, escalation }: Props) {
  const t = useTranslations("documents");
  const single = isOwn && matrix.bodies.length === 1 ? matrix.rows[0] : undefined;
  return (
    <>
      <StateCounts slug={slug} counts={matrix.counts} late={matrix.late} mine={matrix.mine} />
      {matrix.bodies.length > 1 ? (
        <MatrixFilters slug={slug} filters={filters} bodies={matrix.bodies} requests={data.requests} />
      ) : null}
      {escalation}
      {single ? (
        <DeliverableList
          slug={slug}
          requests={data.requests}
          cells={single.cells}
          now={now}
          caption={caption}
        />
      ) : null}
      {!single && matrix.rows.length > 0 ? (
        <Matrix
          slug={slug}
          requests={
            filters.request ? data.requests.filter((one) => one.id === filters.request) : data.requests
          }
          rows={matrix.rows}
          now={now}
          caption={caption}
        />
      ) : null}
      {matrix.rows.length === 0 ? (
        <EmptyState title={t("matrix.noMatch")}>{t("matrix.noMatchNext")}</EmptyState>
      ) : null}
      <p className="text-meta text-muted">{t(single ? "matrix.noteSingle" : "matrix.note")}</p>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <ListDownload list="deliverables" filters={{ programme: slug, ...filters }} />
        <MatrixDownload slug={slug} filters={filters} />
        {isOwn ? null : (
          <AppLink href={{ pathname: "/area/programmes/[slug]/download", params: { slug } }}>
            {t("matrix.zip")}
          </AppLink>
        )}
      </div>
    </>
  );
}
