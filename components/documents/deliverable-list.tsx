import { useLocale, useTranslations } from "next-intl";
import { DeliverableChip, DueDay } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { StateChip } from "@/components/ui/state-chip";
import { daysLate, isOverdue } from "@/lib/documents/deliverables/due";
import type { MatrixCell } from "@/lib/documents/deliverables/queries";
import { formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Row = { id: string; position: number; title: string; cell: MatrixCell };
type Props = {
  slug: string;
  requests: { id: string; position: number; title: string }[];
  cells: Map<string, MatrixCell>;
  now: Date;
  caption: string;
};

/** One body's deliverables as a list of things to do: what a matrix of one row would say with less room. */
export function DeliverableList({ slug, requests, cells, now, caption }: Props) {
  const t = useTranslations("documents.matrix");
  const rows = requests.flatMap((request): Row[] => {
    const cell = cells.get(request.id);
    return cell ? [{ ...request, cell }] : [];
  });
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "request",
          header: t("request"),
          rowHeader: true,
          cell: (row) => (
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/deliverables/[id]",
                params: { slug, id: row.cell.id },
              }}
            >
              {row.position}. {row.title}
            </AppLink>
          ),
        },
        { key: "state", header: t("state"), cell: (row) => <DeliverableChip state={row.cell.state} /> },
        { key: "due", header: t("due"), cell: (row) => <DueDay at={row.cell.dueAt} now={now} /> },
        { key: "marks", header: t("marks"), cell: (row) => <Marks cell={row.cell} now={now} /> },
      ]}
    />
  );
}

/** Late and extension marks of one deliverable. */
export function Marks({ cell, now }: { cell: Omit<MatrixCell, "isMine">; now: Date }) {
  const t = useTranslations("documents.matrix");
  const locale = useLocale() as Locale;
  const owed = cell.state === "TO_DO" || cell.state === "CHANGES_REQUESTED";
  const overdue = isOverdue(cell.state, cell.dueAt, now);
  const lateDays = daysLate(cell.dueAt, overdue ? now : (cell.submissions[0]?.submittedAt ?? cell.dueAt));
  const [extension] = cell.extensions;
  return (
    <>
      {extension && owed ? (
        <StateChip tone="extension" look="inline">
          {t("extension", { day: formatShortDay(extension.newDueAt, locale) })}
        </StateChip>
      ) : null}
      {(overdue || cell.isLate) && lateDays > 0 ? (
        <StateChip tone="late" look="inline">
          {t("late", { days: lateDays })}
        </StateChip>
      ) : null}
    </>
  );
}
