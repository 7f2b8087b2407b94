import { useTranslations } from "next-intl";
import { Marks } from "@/components/documents/deliverable-list";
import { DeliverableChip, DueDay } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { listOfRequest } from "@/lib/documents/deliverables/requests/queries";

type Row = Awaited<ReturnType<typeof listOfRequest>>[number];

/** Who owes a request, and how far each is. */
export function RequestBodies({ slug, rows, now }: { slug: string; rows: Row[]; now: Date }) {
  const t = useTranslations("documents.matrix");
  const texts = useTranslations("documents.request");
  return (
    <section className="space-y-3">
      <SectionHead size="area" title={texts("owedBy")} note={texts("owing", { count: rows.length })} />
      {rows.length === 0 ? (
        <EmptyState title={texts("owedByNobody")}>{texts("owedByNobodyNext")}</EmptyState>
      ) : (
        <DataTable
          caption={texts("owedBy")}
          hiddenCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "body",
              header: t("body"),
              rowHeader: true,
              cell: (row) => (
                <AppLink
                  href={{
                    pathname: "/area/programmes/[slug]/deliverables/[id]",
                    params: { slug, id: row.id },
                  }}
                >
                  {row.organisation.name}
                </AppLink>
              ),
            },
            { key: "state", header: t("state"), cell: (row) => <DeliverableChip state={row.state} /> },
            { key: "due", header: t("due"), cell: (row) => <DueDay at={row.dueAt} now={now} /> },
            { key: "marks", header: t("marks"), cell: (row) => <Marks cell={row} now={now} /> },
          ]}
        />
      )}
    </section>
  );
}
