import { daysLate, isOverdue } from "@/lib/documents/deliverables/due";
import { buildMatrix, type MatrixFilter } from "@/lib/documents/deliverables/matrix";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { formatInstant, formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { type Block, makePdf } from "@/lib/platform/pdf";

type Request = { id: string; position: number; title: string; dueAt: Date };
type Cell = {
  requestId: string;
  organisationId: string;
  organisation: { name: string; shortName: string };
  state: DeliverableState;
  stateSince: Date;
  dueAt: Date;
  isLate: boolean;
  isMine: boolean;
  submissions: readonly { submittedAt: Date }[];
};

export type MatrixFacts = {
  programme: string;
  requests: readonly Request[];
  cells: readonly Cell[];
  filters: MatrixFilter;
  at: Date;
};

/** Columns that a page across has room for. */
const columnsAPage = 8;

/** The matrix on pages across, so many requests on each, with the state, its age and how late each deliverable is. */
export async function makeMatrixPdf(facts: MatrixFacts, locale: Locale): Promise<Uint8Array> {
  const [t, texts] = await Promise.all([
    translatorFor(locale, "documents"),
    translatorFor(locale, "deliverables.matrix"),
  ]);
  const { rows } = buildMatrix(facts.cells, facts.filters, facts.at);
  const shown = facts.requests.filter((one) => !facts.filters.request || one.id === facts.filters.request);
  const pages = Math.ceil(shown.length / columnsAPage);
  // As many on each page as on the others, rather than one alone on the last.
  const size = Math.ceil(shown.length / Math.max(1, pages));
  const groups = Array.from({ length: pages }, (_, index) => shown.slice(index * size, (index + 1) * size));
  const words = { t, locale, at: facts.at };
  const title = t("matrix.caption", { programme: facts.programme });
  return makePdf({
    title,
    locale,
    madeAt: facts.at,
    isLandscape: true,
    blocks: [
      { kind: "title", text: title },
      { kind: "text", text: texts("asOf", { at: formatInstant(facts.at, locale) }) },
      ...groups.flatMap((group, index): Block[] => [
        ...(index > 0 ? ([{ kind: "break" }] satisfies Block[]) : []),
        ...(groups.length > 1
          ? ([{ kind: "heading", text: texts("part", between(group)) }] satisfies Block[])
          : []),
        {
          kind: "table",
          columns: [
            { header: t("matrix.body"), share: 1.1 },
            ...group.map((one) => ({
              header: `${one.position}. ${one.title}\n${formatShortDay(one.dueAt, locale)}`,
              share: 1,
            })),
          ],
          rows: rows.map((row) => [
            row.shortName,
            ...group.map((one) => cellText(row.cells.get(one.id), words)),
          ]),
        },
      ]),
    ],
  });
}

function between(group: readonly Request[]): { from: number; to: number } {
  return { from: group[0]?.position ?? 0, to: group.at(-1)?.position ?? 0 };
}

function cellText(
  cell: Cell | undefined,
  { t, locale, at }: { t: Translate; locale: Locale; at: Date },
): string {
  if (!cell) return t("matrix.notOwed");
  const overdue = isOverdue(cell.state, cell.dueAt, at);
  const late = daysLate(cell.dueAt, overdue ? at : (cell.submissions[0]?.submittedAt ?? cell.dueAt));
  const age =
    cell.state === "TO_DO"
      ? t("matrix.dueOn", { day: formatShortDay(cell.dueAt, locale) })
      : formatShortDay(cell.stateSince, locale);
  const mark = (overdue || cell.isLate) && late > 0 ? [t("matrix.late", { days: late })] : [];
  return [t(`states.${cell.state}`), age, ...mark].join("\n");
}
